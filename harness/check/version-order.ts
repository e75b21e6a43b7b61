import { describe, type Operation, precedes } from "./history.ts";
import type { Access, Model } from "./model.ts";
import { compareBytes } from "./register-view.ts";
import { fail, pass, undecided, type Verdict } from "./verdict.ts";

/**
 * Versions are a total order of the writes of a key that respects real time: a write that was
 * invoked after another had returned has the greater version, and every value has one version, the
 * same for its writer and for all its readers. Versions compare as bytes.
 */
export function versionOrder<State>(
  model: Model<State>,
  operations: readonly Operation[],
): Verdict {
  const name = "version order";
  const byKey = Map.groupBy(
    operations.flatMap((operation) => versioned(model, operation)),
    (each) => each.operation.key,
  );
  let writes = 0;
  for (const each of byKey.values()) {
    const written = each.filter(({ isWrite }) => isWrite);
    const broken = twoVersions(each) ?? sharedVersion(each) ?? notAdvanced(written);
    if (broken !== undefined) return fail(name, broken);
    writes += written.length;
  }
  if (writes === 0) return undecided(name, "no answer to a write told its version");
  return pass(name, `${writes} writes of ${byKey.size} keys have versions in the order of time`);
}

interface Versioned {
  readonly operation: Operation;
  readonly isWrite: boolean;
  readonly value: string;
  readonly version: string;
}

function versioned<State>(model: Model<State>, operation: Operation): Versioned[] {
  const { read, wrote } = model.accesses(operation) ?? {};
  const of = (access: Access | undefined, isWrite: boolean) =>
    access?.version === undefined
      ? []
      : [{ operation, isWrite, value: access.value, version: access.version }];
  return [...of(read, false), ...of(wrote, true)];
}

/** A value that was written twice (a second tombstone) may well have two versions. */
function twoVersions(all: readonly Versioned[]): string | undefined {
  const first = new Map<string, Versioned>();
  const writes = Map.groupBy(
    all.filter(({ isWrite }) => isWrite),
    ({ value }) => value,
  );
  for (const each of all) {
    const other = first.getOrInsert(each.value, each);
    if (other.version === each.version || writes.get(each.value)?.length !== 1) continue;
    return `one value has two versions: ${describe(other.operation)}, ${describe(each.operation)}`;
  }
  return undefined;
}

function sharedVersion(all: readonly Versioned[]): string | undefined {
  const first = new Map<string, Versioned>();
  for (const each of all) {
    const other = first.getOrInsert(each.version, each);
    const twoWrites = other.isWrite && each.isWrite && other.operation !== each.operation;
    if (other.value === each.value && !twoWrites) continue;
    return `one version has two values: ${describe(other.operation)}, ${describe(each.operation)}`;
  }
  return undefined;
}

/** Among the writes that had returned before, the one with the greatest version decides. */
function notAdvanced(writes: readonly Versioned[]): string | undefined {
  const returned = writes.toSorted((a, b) => a.operation.returned - b.operation.returned);
  let next = 0;
  let greatest: Versioned | undefined;
  for (const write of writes) {
    for (let one = returned[next]; one && precedes(one.operation, write.operation); ) {
      if (!greatest || compareBytes(one.version, greatest.version) > 0) greatest = one;
      next += 1;
      one = returned[next];
    }
    if (greatest !== undefined && compareBytes(write.version, greatest.version) <= 0) {
      return `${describe(write.operation)} has no greater version than ${describe(greatest.operation)}`;
    }
  }
  return undefined;
}
