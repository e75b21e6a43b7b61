/**
 * PostgreSQL by Bun's own client. A commit is answered when it is on the server's disk
 * (`synchronous_commit`), and others see it no earlier than that.
 */
import { SQL } from "bun";
import type { SharedDatabase, SharedValue } from "./host.ts";
import { RpcError } from "./rpc-error.ts";

const connections = 8;
const connectSeconds = 5;

/**
 * Connects at the first query, so that a server that is away is an error of queries alone.
 * @param name of the node, for the server's own lists
 * @param timeoutMs of one query
 */
export function openPostgres(url: string, name: string, timeoutMs = 5_000): SharedDatabase {
  const sql = new SQL({
    url,
    max: connections,
    connectionTimeout: connectSeconds,
    // The server must not go on long after nobody waits for the answer.
    connection: {
      application_name: name,
      synchronous_commit: "on",
      statement_timeout: timeoutMs,
    },
  });
  return {
    query: async <Row>(text: string, ...parameters: readonly SharedValue[]) => {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => {
        late.reject(
          new RpcError("DEADLINE_EXCEEDED", `no answer of PostgreSQL in ${timeoutMs} ms`),
        );
      }, timeoutMs);
      try {
        const rows = await Promise.race([sql.unsafe(text, [...parameters]), late.promise]);
        return [...rows] as Row[];
      } catch (error) {
        throw toRpcError(error);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Undone as a whole, for another transaction's sake: serialization failure, deadlock. */
const undone = new Set(["40001", "40P01"]);
/** The server goes down, comes up, has no connection left, or lost this one. */
const away = /^(?:08|53|57)/;

/** @returns the error itself where the statement is wrong, for that is our own fault */
function toRpcError(error: unknown): unknown {
  if (!(error instanceof SQL.PostgresError)) return error;
  const { code, message } = error;
  const state = String(error.errno ?? "");
  const details = `PostgreSQL: ${message}`;
  if (undone.has(state)) return new RpcError("ABORTED", details);
  if (code === "ERR_POSTGRES_CONNECTION_REFUSED") return new RpcError("UNAVAILABLE", details);
  const isAway =
    code === "ERR_POSTGRES_SERVER_ERROR" ? away.test(state) : /CONNECT|TIMEOUT/.test(code);
  return isAway ? new RpcError("UNAVAILABLE", details, { definite: false }) : error;
}
