/** Judges what clients saw of the file store while faults struck it, and what the replicas hold. */
import type { Answer } from "../../nodes/filestore/file-client.ts";
import { status } from "../../nodes/filestore/status.ts";
import { convergence, type ReplicaEntry } from "../check/convergence.ts";
import { type Event, type Operation, pairOperations } from "../check/history.ts";
import { climb, type RungName } from "../check/ladder.ts";
import { fileStore } from "../check/models/file-store.ts";
import type { Check } from "../check/verdict.ts";
import type { Protocol } from "./protocols.ts";

export interface Aftermath {
  /** From when on nothing was under way, on the clock of the history. */
  readonly quietAtMs: number;
  /** What each replica holds then. */
  readonly finalStates: ReadonlyMap<string, readonly ReplicaEntry[]>;
}

const timeLimitMs = 20_000;

/** One check for each rung that the protocol promises, and convergence where all hold all. */
export function judgeHistory(
  protocol: Protocol,
  events: readonly Event[],
  { quietAtMs, finalStates }: Aftermath,
): Check[] {
  const model = fileStore({ tombstoneUnknown: protocol.asksSome });
  const all = pairOperations(events);
  // One replica of a quorum promises nothing by itself.
  const operations = protocol.asksSome
    ? all.filter(({ node }) => node === undefined).map(openIfHalfDone)
    : all;
  const { rungs } = climb(model, operations, { quietAtMs, timeLimitMs });
  const promised = promisedRungs(protocol);
  const checks = rungs.filter(({ name }) => promised.includes(name as RungName));
  return protocol.asksSome ? checks : [...checks, convergence(finalStates)];
}

/**
 * A write that one replica of its quorum refused after others took it has not been rolled back
 * ("Important Assumptions", 1a), so it may show up in reads: its outcome is open.
 */
function openIfHalfDone(operation: Operation): Operation {
  const answer = operation.output as Answer | undefined;
  if (operation.f === "read" || answer === undefined) return operation;
  const took = answer.replicas.some((replica) => replica.status === status.success);
  if (answer.status === status.success || !took) return operation;
  const never = Number.POSITIVE_INFINITY;
  return { ...operation, output: undefined, returnedAt: never, returned: never };
}

function promisedRungs({ name, writesBack }: Protocol): readonly RungName[] {
  if (name === "blocking") return ["linearizable updates", "regular", "eventual"];
  if (name === "nonblocking") return ["linearizable updates", "eventual"];
  return writesBack ? ["linearizable"] : ["regular"];
}
