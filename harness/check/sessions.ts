import { describe, type Operation, precedes } from "./history.ts";
import {
  ambiguity,
  describeWrite,
  type KeyView,
  outOfThinAir,
  type Read,
  sourceOf,
  type Write,
} from "./register-view.ts";
import { fail, pass, undecided, type Verdict } from "./verdict.ts";
import { brokenOrder, type Constraint } from "./write-order.ts";

/**
 * The session guarantees of Terry, Demers, Petersen, Spreitzer, Theimer & Welch, "Session
 * guarantees for weakly consistent replicated data", 1994, section 3. A session is a process. Each
 * guarantee becomes constraints on the order of the writes of a key, and holds when an order of
 * them exists that keeps these and extends what is known of it: versions, else real time (see
 * `registerView`; Terry's order is that of the servers, and need not follow real time).
 *
 * - Read your writes: a read returns the session's own last write of that key, or a newer one.
 * - Monotonic reads: a read returns what the session last read of that key, or something newer.
 * - Monotonic writes: a server that has a write has also the session's writes before it.
 * - Writes follow reads: a server that has a write has also what its session had read before it.
 *
 * What a server has is known from the reads it answered (`node`): when it has returned a write,
 * what it answers from then on may not be older than what that write demands. Without `node`, the
 * last two are judged only by the order of the writes of one key.
 */
export function sessionGuarantees(views: readonly KeyView[]): Verdict[] {
  const facts = new SessionFacts(views);
  return [
    judge(views, "writes follow reads", writesFollowReads(facts)),
    judge(views, "monotonic writes", monotonicWrites(facts)),
    judge(views, "monotonic reads", monotonicReads(facts)),
    judge(views, "read your writes", readYourWrites(facts)),
  ];
}

function judge(views: readonly KeyView[], name: string, constraints: Constraint[]): Verdict {
  const broken = outOfThinAir(views) ?? brokenOrder(views, constraints);
  if (broken !== undefined) return fail(name, broken);
  const open = ambiguity(views);
  if (open !== undefined) return undecided(name, open);
  return pass(name, `${constraints.length} constraints on the order of writes can be kept`);
}

/** A read with the one write that its value came from. */
interface Seen {
  readonly key: string;
  readonly operation: Operation;
  readonly source: Write;
}

interface Done {
  readonly key: string;
  readonly operation: Operation;
  readonly write: Write;
}

/** What each process read and wrote of each key, in its own order. */
class SessionFacts {
  readonly views: readonly KeyView[];
  readonly seen: readonly Seen[];
  readonly done: readonly Done[];
  readonly #seenBy: Map<string, Seen[]>;
  readonly #doneBy: Map<string, Done[]>;

  constructor(views: readonly KeyView[]) {
    this.views = views;
    this.seen = views.flatMap((view) => view.reads.flatMap(withSource)).sort(byInvocation);
    this.done = views.flatMap((view) => view.writes.flatMap(withOperation)).sort(byInvocation);
    this.#seenBy = Map.groupBy(this.seen, session);
    this.#doneBy = Map.groupBy(this.done, session);
  }

  /** The process's last read of the key before the operation. */
  lastSeen(operation: Operation, key: string): Seen | undefined {
    return lastBefore(this.#seenBy.get(sessionKey(operation.process, key)), operation);
  }

  /** The process's last write of the key before the operation. */
  lastDone(operation: Operation, key: string): Done | undefined {
    return lastBefore(this.#doneBy.get(sessionKey(operation.process, key)), operation);
  }
}

function withSource(read: Read): Seen[] {
  const source = sourceOf(read);
  return source === undefined ? [] : [{ key: read.key, operation: read.operation, source }];
}

function withOperation(write: Write): Done[] {
  return write.operation === null ? [] : [{ key: write.key, operation: write.operation, write }];
}

function byInvocation(a: { operation: Operation }, b: { operation: Operation }): number {
  return a.operation.invoked - b.operation.invoked;
}

function session(fact: { key: string; operation: Operation }): string {
  return sessionKey(fact.operation.process, fact.key);
}

function sessionKey(process: string, key: string): string {
  return JSON.stringify([process, key]);
}

/** Binary search: the facts of one process and key are in the order of their invocations. */
function lastBefore<Fact extends { operation: Operation }>(
  facts: readonly Fact[] | undefined,
  operation: Operation,
): Fact | undefined {
  if (facts === undefined) return undefined;
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((facts[middle] as Fact).operation.invoked < operation.invoked) low = middle + 1;
    else high = middle;
  }
  return facts[low - 1];
}

function readYourWrites(facts: SessionFacts): Constraint[] {
  return facts.seen.flatMap(({ key, operation, source }) => {
    const own = facts.lastDone(operation, key)?.write;
    if (own === undefined) return [];
    const because = () =>
      `${describe(operation)} returned what is older than the session's own ${describeWrite(own)}`;
    return constraint(own, source, because);
  });
}

function monotonicReads(facts: SessionFacts): Constraint[] {
  return facts.seen.flatMap(({ key, operation, source }) => {
    const last = facts.lastSeen(operation, key);
    if (last === undefined) return [];
    const because = () =>
      `${describe(operation)} returned what is older than the session's ${describe(last.operation)}`;
    return constraint(last.source, source, because);
  });
}

function monotonicWrites(facts: SessionFacts): Constraint[] {
  const demanded = (write: Operation, key: string) => facts.lastDone(write, key)?.write;
  const sameKey = facts.done.flatMap(({ key, operation, write }) => {
    const before = demanded(operation, key);
    if (before === undefined) return [];
    const because = () =>
      `${describeWrite(before)} is not older than the session's later ${describeWrite(write)}`;
    return constraint(before, write, because);
  });
  return [...sameKey, ...atServers(facts, demanded)];
}

function writesFollowReads(facts: SessionFacts): Constraint[] {
  const demanded = (write: Operation, key: string) => facts.lastSeen(write, key)?.source;
  const sameKey = facts.done.flatMap(({ key, operation, write }) => {
    const before = demanded(operation, key);
    if (before === undefined) return [];
    const because = () =>
      `${describeWrite(write)} is older than ${describeWrite(before)}, which its session had read`;
    return constraint(before, write, because);
  });
  return [...sameKey, ...atServers(facts, demanded)];
}

/** Once a server has returned a write, its answers may not be older than what that demands. */
function atServers(
  facts: SessionFacts,
  demanded: (write: Operation, key: string) => Write | undefined,
): Constraint[] {
  const older = new Map(facts.views.map((view) => [view.key, view.older]));
  const constraints: Constraint[] = [];
  const placed = facts.seen.filter((each) => each.operation.node !== undefined);
  for (const answers of Map.groupBy(placed, (each) => each.operation.node).values()) {
    for (const shown of answers) {
      const writer = shown.source.operation;
      if (writer === null) continue;
      for (const later of answers) {
        if (!precedes(shown.operation, later.operation)) continue;
        const before = demanded(writer, later.key);
        if (before === undefined || older.get(later.key)?.(before, later.source)) continue;
        const because = () =>
          `${describe(shown.operation)} returned a write that demands ${describeWrite(before)}, ` +
          `but then the same node answered with older in ${describe(later.operation)}`;
        constraints.push(...constraint(before, later.source, because));
      }
    }
  }
  return constraints;
}

function constraint(older: Write, newer: Write, because: () => string): Constraint[] {
  return older === newer ? [] : [{ older, newer, because }];
}
