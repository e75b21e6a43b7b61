/**
 * Whether each replica shows the updates in the one order of the primary (the sequence numbers of
 * the log): whoever has read an update at a replica finds there, from then on, every update before
 * it. Versions of the primary-backup protocols are made by one maker, so they tell that order.
 * Source: van Steen and Tanenbaum, Distributed Systems, section 7.5: "all updates in one order".
 */
import { type Operation, precedes } from "../check/history.ts";
import type { Model } from "../check/model.ts";
import { say } from "../check/sentence.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";

interface Seen {
  readonly operation: Operation;
  /** Empty for a uuid that the replica did not know. */
  readonly version: string;
}

export function oneOrder<State>(model: Model<State>, operations: readonly Operation[]): Check {
  const name = "one order of updates at each replica";
  const reads = operations.flatMap((operation): Seen[] => {
    const read = operation.f === "read" ? model.accesses(operation)?.read : undefined;
    return read === undefined ? [] : [{ operation, version: read.version ?? "" }];
  });
  const updates = operations.flatMap((operation): Seen[] => {
    const version = model.accesses(operation)?.wrote?.version;
    return version === undefined ? [] : [{ operation, version }];
  });
  for (const [node, seen] of Map.groupBy(reads, ({ operation }) => operation.node)) {
    if (node === undefined) continue;
    for (const later of seen) {
      const before = seen.filter((each) => precedes(each.operation, later.operation));
      const newest = before.reduce((best, each) => (each.version > best.version ? each : best), {
        ...later,
        version: "",
      });
      const missed = updates.find(
        ({ operation, version }) =>
          operation.key === later.operation.key &&
          version > later.version &&
          version <= newest.version,
      );
      if (missed === undefined) continue;
      const had = say`although ${node} had answered ${newest}`;
      return fail(name, say`${later} misses ${missed}, ${had}`);
    }
  }
  if (reads.length === 0) return undecided(name, "nothing was read");
  return pass(name, `${reads.length} reads at each replica fit one order of the updates`);
}
