import { Deadline, withinTime } from "./deadline.ts";
import { precedes } from "./history.ts";
import { type KeyView, outOfThinAir, type Read, type Write } from "./register-view.ts";
import { DEFAULT_LIMITS, type Limits } from "./search.ts";
import { say } from "./sentence.ts";
import { type Check, fail, pass, undecided } from "./verdict.ts";

/**
 * Regular register: a read returns the value of a write that is concurrent with it, or of a last
 * write before it, that is, of one that no other write lies wholly behind and wholly before the
 * read. Two reads may see two concurrent writes in different orders, and new-then-old.
 *
 * Source: Lamport, "On interprocess communication", 1986, for one writer; for several writers this
 * is the weak form, MWRegWeak, of Shao, Welch, Pierce & Lee, "Multiwriter consistency conditions
 * for shared memory registers", 2011: each read alone fits some order of all writes. A write of
 * unknown outcome stays concurrent with all that follows. Where several writes left the same value,
 * one of them that fits is enough.
 */
export function regular(views: readonly KeyView[], limits: Limits = {}): Check {
  const deadline = new Deadline(limits.timeLimitMs ?? DEFAULT_LIMITS.timeLimitMs);
  return withinTime("regular", deadline, () => judge(views, deadline));
}

function judge(views: readonly KeyView[], deadline: Deadline): Check {
  const name = "regular";
  const thinAir = outOfThinAir(views);
  if (thinAir !== undefined) return fail(name, thinAir);
  let reads = 0;
  for (const view of views) {
    for (const read of view.reads) {
      reads += 1;
      const overwritten = read.sources.map((source) => overwriter(view, source, read, deadline));
      const [first] = overwritten;
      if (first === undefined || overwritten.includes(undefined)) continue;
      const source = read.sources[0] as Write;
      const what = say`${read} answered with ${source}, which ${first} had replaced`;
      return fail(name, say`${what} before the read began`);
    }
  }
  if (reads === 0) return undecided(name, "no answer tells the value of a key");
  return pass(name, `${reads} answers each fit a last or a concurrent write`);
}

function overwriter(
  view: KeyView,
  source: Write,
  read: Read,
  deadline: Deadline,
): Write | undefined {
  return view.writes.find((write) => {
    deadline.keep();
    if (write.operation === null || !precedes(write.operation, read.operation)) return false;
    return source.operation === null || precedes(source.operation, write.operation);
  });
}
