import { Deadline, withinTime } from "./deadline.ts";
import { isIndefinite, precedes } from "./history.ts";
import {
  type AcknowledgedWrite,
  acknowledgedWrites,
  type KeyView,
  outOfThinAir,
  type Read,
  watched,
} from "./register-view.ts";
import { DEFAULT_LIMITS, type Limits } from "./search.ts";
import { type Sentence, say } from "./sentence.ts";
import { type Check, fail, pass, undecided } from "./verdict.ts";

/**
 * Eventual: when nothing is written any more, in the end all reads of a key return its last value.
 * Source: Vogels, "Eventually consistent", 2009. What "in the end" means must be told: reads
 * invoked at or after `quietAtMs`, on the history's clock, and after the last acknowledged write
 * of their key. They must agree, and on a value that no other write has certainly replaced.
 * Before that, anything that was ever written may be read. A write of unknown outcome may show up
 * late, once: from then on all reads must return it.
 */
export function eventual(
  views: readonly KeyView[],
  quietAtMs: number | undefined,
  limits: Limits = {},
): Check {
  const deadline = new Deadline(limits.timeLimitMs ?? DEFAULT_LIMITS.timeLimitMs);
  return withinTime("eventual", deadline, () => judge(views, quietAtMs, deadline));
}

function judge(
  views: readonly KeyView[],
  quietAtMs: number | undefined,
  deadline: Deadline,
): Check {
  const name = "eventual";
  const thinAir = outOfThinAir(views);
  if (thinAir !== undefined) return fail(name, thinAir);
  if (quietAtMs === undefined) {
    return undecided(name, "it was not told from when on the system was quiet");
  }
  const unread: string[] = [];
  const written = views.filter((each) => each.writes.length > 0);
  for (const view of watched(written, deadline)) {
    const acknowledged = acknowledgedWrites(view);
    const reads = finalReads(view, acknowledged, quietAtMs, deadline);
    if (reads.length === 0) unread.push(view.key);
    const broken = lastValueLost(view, acknowledged, reads) ?? disagreement(reads, deadline);
    if (broken !== undefined) return fail(name, broken);
  }
  if (unread.length > 0) {
    const shown = unread.slice(0, 3).join(", ");
    return undecided(name, `${unread.length} keys were not read after quiet, such as ${shown}`);
  }
  return pass(name, `after ${quietAtMs} ms all reads of a key return its last value`);
}

/** In the order of their invocations. */
function finalReads(
  view: KeyView,
  acknowledged: readonly AcknowledgedWrite[],
  quietAtMs: number,
  deadline: Deadline,
): Read[] {
  return view.reads.filter(({ operation }) => {
    deadline.keep();
    return (
      operation.invokedAt >= quietAtMs &&
      acknowledged.every(
        (write) => write.operation === operation || precedes(write.operation, operation),
      )
    );
  });
}

function lastValueLost(
  view: KeyView,
  acknowledged: readonly AcknowledgedWrite[],
  reads: readonly Read[],
): Sentence | undefined {
  for (const read of reads) {
    const replaced = read.sources.map((source) =>
      acknowledged.find((write) => view.older(source, write)),
    );
    const [first] = replaced;
    if (first === undefined || replaced.includes(undefined)) continue;
    return say`after quiet, ${read} does not tell of ${first}`;
  }
  return undefined;
}

function disagreement(reads: readonly Read[], deadline: Deadline): Sentence | undefined {
  for (const [place, second] of reads.entries()) {
    for (const first of reads.slice(0, place)) {
      deadline.keep();
      if (shareSource(first, second) || isExplained(first, second, reads)) continue;
      return say`after quiet, ${first} and ${second} disagree`;
    }
  }
  return undefined;
}

/** A write of unknown outcome that took effect between the two, for the first time. */
function isExplained(first: Read, second: Read, reads: readonly Read[]): boolean {
  if (!precedes(first.operation, second.operation)) return isLate(first) || isLate(second);
  const seenBefore = reads.some(
    (read) => precedes(read.operation, first.operation) && shareSource(read, second),
  );
  return isLate(second) && !seenBefore;
}

function isLate(read: Read): boolean {
  return read.sources.some(({ operation }) => operation !== null && isIndefinite(operation));
}

function shareSource(first: Read, second: Read): boolean {
  return second.sources.some((source) => first.sources.includes(source));
}
