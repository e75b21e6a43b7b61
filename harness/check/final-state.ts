import type { ReplicaEntry } from "./convergence.ts";
import type { Operation } from "./history.ts";
import type { FileAnswer } from "./models/file-store.ts";
import { compareBytes } from "./register-view.ts";

/** What each replica holds in the end, by its name. */
export type FinalStates = ReadonlyMap<string, readonly ReplicaEntry[]>;

/** The place and the time of something behind the whole history. */
interface Moment {
  readonly place: number;
  /** Milliseconds. */
  readonly time: number;
}

/**
 * The final states as reads of every key, at every replica, behind all operations. So whatever
 * judges reads can judge them.
 */
export function finalReads(
  states: FinalStates,
  operations: readonly Operation[],
  at: Moment,
): Operation[] {
  const entries = [...states.values()].flat();
  const keys = new Set([...operations, ...entries].flatMap(({ key }) => key ?? []));
  return [...states].flatMap(([node, held]) => {
    const byKey = new Map(held.map((entry) => [entry.key, entry]));
    return [...keys].map((key): Operation => {
      return {
        process: "the final state",
        f: "read",
        key,
        input: null,
        output: answerOf(byKey.get(key)),
        invokedAt: at.time,
        returnedAt: at.time,
        invoked: at.place,
        returned: at.place + 1,
        node,
      };
    });
  });
}

/** What a read of all replicas at once answers, for protocols where each holds but a part. */
export function newestOfAll(states: FinalStates): FinalStates {
  const newest = new Map<string, ReplicaEntry>();
  for (const entry of [...states.values()].flat()) {
    const known = newest.get(entry.key);
    if (known === undefined || isNewer(entry, known)) newest.set(entry.key, entry);
  }
  return new Map([["all replicas", [...newest.values()]]]);
}

/** A deletion is final: it outweighs any write. */
function isNewer(one: ReplicaEntry, other: ReplicaEntry): boolean {
  if (one.deleted !== other.deleted) return one.deleted;
  return compareBytes(one.version, other.version) > 0;
}

function answerOf(entry: ReplicaEntry | undefined): FileAnswer {
  if (entry === undefined) return { status: "FILE DOES NOT EXIST" };
  const { name, content, version, deleted } = entry;
  if (deleted) return { status: "FILE ALREADY DELETED", version };
  return { status: "SUCCESS", name, content, version };
}
