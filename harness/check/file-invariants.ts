/**
 * What holds in every protocol of the file store, whatever its rung, and what a register a key
 * cannot express: that deletion is final, and that a name belongs to one file.
 */
import { isIndefinite, type Operation, precedes } from "./history.ts";
import type { FileAnswer } from "./models/file-store.ts";
import { compareBytes } from "./register-view.ts";
import { say } from "./sentence.ts";
import { type Check, fail, pass } from "./verdict.ts";

/**
 * After a deletion was acknowledged, the uuid is neither read nor written again with success.
 * @param readsFromMs reads that began earlier may be stale and are not judged
 */
export function deletedStaysDeleted(operations: readonly Operation[], readsFromMs: number): Check {
  const name = "a deleted file stays deleted";
  const deletions = new Map<string | null, Operation>();
  for (const each of operations) {
    if (each.f !== "delete" || statusOf(each) !== "SUCCESS") continue;
    const first = deletions.get(each.key);
    if (first === undefined || each.returned < first.returned) deletions.set(each.key, each);
  }
  const revived = operations.find((each) => {
    const deletion = deletions.get(each.key);
    if (deletion === undefined || !precedes(deletion, each)) return false;
    if (each.f === "write") return statusOf(each) === "SUCCESS";
    if (each.f !== "read" || each.invokedAt < readsFromMs) return false;
    return ["SUCCESS", "FILE DOES NOT EXIST"].includes(statusOf(each));
  });
  if (revived === undefined) return pass(name, `${deletions.size} deletions held`);
  const deletion = deletions.get(revived.key) as Operation;
  return fail(name, say`${revived} came after ${deletion}`);
}

/** Two uuids were both written under one name, and neither can have been deleted in between. */
export function oneFileAName(operations: readonly Operation[]): Check {
  const name = "one file a name";
  const acknowledged = operations.filter(
    (each) => each.f === "write" && statusOf(each) === "SUCCESS",
  );
  const byName = Map.groupBy(acknowledged, ({ input }) => (input as { name: string }).name);
  const deletions = Map.groupBy(operations.filter(mayDelete), (each) => each.key);
  const goneBefore = (first: Operation, second: Operation) =>
    deletions.get(first.key)?.some((each) => each.invoked < second.returned) ?? false;
  for (const writes of byName.values()) {
    const first = [...Map.groupBy(writes, (each) => each.key).values()].flatMap(
      ([create]) => create ?? [],
    );
    for (const [place, one] of first.entries()) {
      const rival = first
        .slice(place + 1)
        .find((other) => !goneBefore(one, other) && !goneBefore(other, one));
      if (rival !== undefined) return fail(name, say`both ${one} and ${rival}`);
    }
  }
  return pass(name, `${byName.size} names`);
}

function mayDelete(operation: Operation): boolean {
  if (operation.f !== "delete") return false;
  return ["", "SUCCESS", "FILE ALREADY DELETED"].includes(statusOf(operation));
}

/**
 * A replica that applies one order of updates never answers with an older version of a uuid, or
 * with none, after it had answered with a newer one, and never takes a deletion back.
 */
export function replicasGoForward(operations: readonly Operation[]): Check {
  const name = "each replica goes forward";
  const reads = operations.filter((each) => each.f === "read" && each.node !== undefined);
  const answered = reads.filter((each) => !isIndefinite(each));
  const series = Map.groupBy(answered, ({ node, key }) => JSON.stringify([node, key]));
  for (const each of series.values()) {
    const returned = each.toSorted((a, b) => a.returned - b.returned);
    let next = 0;
    let newest: Operation | undefined;
    for (const read of each) {
      for (let done = returned[next]; done && precedes(done, read); done = returned[next]) {
        if (newest === undefined || goesBack(newest, done)) newest = done;
        next += 1;
      }
      if (newest === undefined || !goesBack(read, newest)) continue;
      return fail(name, say`${read} is older than ${newest}`);
    }
  }
  return pass(name, `${answered.length} reads at ${series.size} pairs of a replica and a uuid`);
}

/** Whether `later` tells of less than `earlier`, though it came after it. */
function goesBack(later: Operation, earlier: Operation): boolean {
  const [is, was] = [knowledge(later), knowledge(earlier)];
  if (is.deleted !== was.deleted) return was.deleted;
  return compareBytes(is.version, was.version) < 0;
}

function knowledge(read: Operation): { deleted: boolean; version: string } {
  const { status, version } = read.output as FileAnswer;
  return { deleted: status === "FILE ALREADY DELETED", version: version ?? "" };
}

/** Empty when the outcome is unknown. */
function statusOf(operation: Operation): string {
  return isIndefinite(operation) ? "" : (operation.output as FileAnswer).status;
}
