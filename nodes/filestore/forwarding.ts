/** Brings writes and deletes from any replica to the primary, all that wait in one call. */
import { GroupCommit } from "../host/group-commit.ts";
import type { Host } from "../host/host.ts";
import { RpcError, toRpcError } from "../host/rpc-error.ts";
import type { Member } from "./membership.ts";
import { Primary } from "./protocol.ts";
import type { Update } from "./update-log.ts";

export interface Outcome {
  readonly status: string;
  readonly version: string;
}

export class Forwarding {
  readonly #batches: GroupCommit<Update, Outcome>;

  /** @param primary as it is known at the moment; null when there is none */
  constructor(host: Host, primary: () => Member | null, timeoutMs: number) {
    this.#batches = new GroupCommit({
      process: async (updates) => {
        const to = primary();
        if (to === null) throw new RpcError("UNAVAILABLE", "no primary is known at the moment");
        const request = { updates: [...updates] };
        const { results } = await host.connect(Primary, to.address).forward(request, { timeoutMs });
        return results;
      },
      bytesOf: (update) => Buffer.byteLength(update.content),
    });
  }

  /** The primary's answer. @throws RpcError, definite when the primary certainly did nothing */
  forward(update: Update): Promise<Outcome> {
    return this.#batches.submit(update);
  }
}

/** What became of the updates of one call. @throws RpcError, definite only when nothing did */
export async function allOutcomes(executed: readonly Promise<Outcome>[]): Promise<Outcome[]> {
  const settled = await Promise.allSettled(executed);
  const errors = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  if (errors.length === 0) return Promise.all(executed);
  const { code, details } = toRpcError(errors[0]);
  const nothingDone = errors.length === settled.length && errors.every(isDefinite);
  throw new RpcError(code, details, { definite: nothingDone });
}

const isDefinite = (error: unknown): boolean => toRpcError(error).definite;
