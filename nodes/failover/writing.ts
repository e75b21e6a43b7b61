/**
 * Brings writes to the primary, all that wait in one call. Who finds the primary gone sees to it
 * that there is a new one, and tries again: a write that was executed already gets its answer.
 */
import { GroupCommit } from "../host/group-commit.ts";
import type { Call } from "../host/host.ts";
import { RpcError, type StatusName, statusCodes, toRpcError } from "../host/rpc-error.ts";
import type { RequestOf } from "../host/service.ts";
import type { Outcome, Write } from "./data.ts";
import { keyProblem, nameProblem, valueProblem } from "./input.ts";
import type { Peer } from "./protocol.ts";
import type { Replica } from "./replica.ts";
import type { Succession } from "./succession.ts";

/** Before the caller gives up, so that it hears why. */
const marginMs = 50;
const retryMs = 25;

export class Writing {
  readonly #replica: Replica;
  readonly #succession: Succession;
  readonly #batches: GroupCommit<Write, Outcome | RpcError>;

  constructor(replica: Replica, succession: Succession) {
    this.#replica = replica;
    this.#succession = succession;
    this.#batches = new GroupCommit({
      process: (writes) => this.#forward(writes),
      concurrency: 4,
      maxBytes: 1024 * 1024,
      bytesOf: ({ key, value }) => key.length + value.length,
    });
  }

  /** @throws RpcError INVALID_ARGUMENT for a bad write; UNAVAILABLE when no primary answered */
  async write(write: Write, call: Pick<Call, "remainingMs">): Promise<Outcome> {
    refuseBad(write);
    const replica = this.#replica;
    let definite = true;
    for (;;) {
      try {
        return await this.#attempt(write);
      } catch (thrown) {
        const error = toRpcError(thrown);
        definite &&= error.definite;
        const isFinal = error.code !== "UNAVAILABLE" && error.code !== "DEADLINE_EXCEEDED";
        if (isFinal || call.remainingMs() <= marginMs) {
          throw new RpcError(error.code, error.details, { definite });
        }
      }
      const changed = replica.untilChanged(retryMs);
      if (replica.primary === undefined) void this.#succession.check();
      await changed;
    }
  }

  async #attempt(write: Write): Promise<Outcome> {
    const { primary } = this.#replica;
    if (primary !== undefined) return primary.write(write);
    const outcome = await this.#batches.submit(write);
    if (outcome instanceof RpcError) throw outcome;
    return outcome;
  }

  async #forward(writes: readonly Write[]): Promise<(Outcome | RpcError)[]> {
    const replica = this.#replica;
    const { leader, rank, callMs } = replica;
    if (leader === rank) throw new RpcError("UNAVAILABLE", "there is no primary at the moment");
    const request = { writes: [...writes] };
    const { outcomes } = await replica.peer(leader).forward(request, { timeoutMs: callMs });
    if (outcomes.length !== writes.length) {
      throw new RpcError("INTERNAL", `${outcomes.length} answers to ${writes.length} writes`);
    }
    return outcomes.map(({ error, details, definite, found, old }) => {
      if (error === "") return { found, old };
      const code = error in statusCodes ? (error as StatusName) : "UNKNOWN";
      return new RpcError(code, details, { definite });
    });
  }
}

/** What the primary does with writes that others bring; an answer each. */
export async function executeForwarded(
  replica: Replica,
  { writes }: RequestOf<typeof Peer, "forward">,
): Promise<{ outcomes: object[] }> {
  const execute = async (message: (typeof writes)[number]) => {
    const { primary } = replica;
    const write = { ...message, number: Number(message.number) };
    try {
      refuseBad(write);
      if (primary === undefined) {
        throw new RpcError("UNAVAILABLE", `server ${replica.rank} is not the primary`);
      }
      const { found, old } = await primary.write(write);
      return { found, old };
    } catch (error) {
      const { code, details, definite } = toRpcError(error);
      return { error: code, details, definite };
    }
  };
  return { outcomes: await Promise.all(writes.map(execute)) };
}

function refuseBad({ key, value, client, number }: Write): void {
  const problem = keyProblem(key) ?? valueProblem(value) ?? nameProblem(client, number);
  if (problem !== undefined) throw new RpcError("INVALID_ARGUMENT", problem);
}
