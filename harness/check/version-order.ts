import { type Operation, precedes } from "./history.ts";
import type { Access, Model } from "./model.ts";
import { compareBytes } from "./register-view.ts";
import { type Sentence, say } from "./sentence.ts";
import { type Check, fail, pass, undecided } from "./verdict.ts";

/**
 * Versions are a total order of the writes of a key that respects real time: a write that was
 * invoked after another had returned has the greater version, and every value has one version, the
 * same for its writer and for all its readers. Versions compare as bytes.
 * @param options `writesRetry`: a write tries again under a newer version when it meets one, so
 *   that readers may see its value under versions before the one that it was told in the end
 */
export function versionOrder<State>(
  model: Model<State>,
  operations: readonly Operation[],
  options: { readonly writesRetry?: boolean } = {},
): Check {
  const name = "version order";
  const byKey = Map.groupBy(
    operations.flatMap((operation) => valuesOf(model, operation)),
    (each) => each.operation.key,
  );
  let writes = 0;
  for (const each of byKey.values()) {
    const versioned = each.filter(isVersioned);
    const written = versioned.filter(({ isWrite }) => isWrite);
    const broken =
      twoVersions(each, versioned, options.writesRetry ?? false) ??
      sharedVersion(versioned) ??
      notAdvanced(written);
    if (broken !== undefined) return fail(name, broken);
    writes += written.length;
  }
  if (writes === 0) return undecided(name, "no answer to a write told its version");
  return pass(name, `${writes} writes of ${byKey.size} keys have versions in the order of time`);
}

interface Valued {
  readonly operation: Operation;
  readonly isWrite: boolean;
  readonly value: string;
  readonly version?: string;
}

type Versioned = Valued & { readonly version: string };

function isVersioned(valued: Valued): valued is Versioned {
  return valued.version !== undefined;
}

function valuesOf<State>(model: Model<State>, operation: Operation): Valued[] {
  const { read, wrote } = model.accesses(operation) ?? {};
  const of = (access: Access | undefined, isWrite: boolean) =>
    access === undefined ? [] : [{ operation, isWrite, ...access }];
  return [...of(read, false), ...of(wrote, true)];
}

/** A value that may have been written twice (two tombstones) may well have two versions. */
function twoVersions(
  all: readonly Valued[],
  versioned: readonly Versioned[],
  writesRetry: boolean,
): Sentence | undefined {
  const first = new Map<string, Versioned>();
  const writes = Map.groupBy(
    all.filter(({ isWrite }) => isWrite),
    ({ value }) => value,
  );
  for (const each of versioned) {
    const [write, another] = writes.get(each.value) ?? [];
    if (write === undefined || another !== undefined) continue;
    const other = writesRetry ? write : first.getOrInsert(each.value, each);
    if (!isVersioned(other) || other.version === each.version) continue;
    if (writesRetry && compareBytes(each.version, other.version) < 0) continue;
    return say`one value has two versions: ${other}, ${each}`;
  }
  return undefined;
}

function sharedVersion(all: readonly Versioned[]): Sentence | undefined {
  const first = new Map<string, Versioned>();
  for (const each of all) {
    const other = first.getOrInsert(each.version, each);
    const twoWrites = other.isWrite && each.isWrite && other.operation !== each.operation;
    if (other.value === each.value && !twoWrites) continue;
    return say`one version has two values: ${other}, ${each}`;
  }
  return undefined;
}

/** Among the writes that had returned before, the one with the greatest version decides. */
function notAdvanced(writes: readonly Versioned[]): Sentence | undefined {
  const returned = writes.toSorted((a, b) => a.operation.returned - b.operation.returned);
  let next = 0;
  let greatest: Versioned | undefined;
  for (const write of writes) {
    for (let done = returned[next]; done; done = returned[next]) {
      if (!precedes(done.operation, write.operation)) break;
      if (!greatest || compareBytes(done.version, greatest.version) > 0) greatest = done;
      next += 1;
    }
    if (greatest === undefined || compareBytes(write.version, greatest.version) > 0) continue;
    return say`${write} is not of a greater version than ${greatest}`;
  }
  return undefined;
}
