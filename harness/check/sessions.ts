import { Deadline, withinTime } from "./deadline.ts";
import { ambiguity, type KeyView, outOfThinAir, type Write, watched } from "./register-view.ts";
import { DEFAULT_LIMITS, type Limits } from "./search.ts";
import { type Sentence, say } from "./sentence.ts";
import { type Fact, readFacts, type SessionFacts, writeFacts } from "./session-facts.ts";
import { type Check, fail, pass, undecided } from "./verdict.ts";
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
export function sessionGuarantees(all: readonly KeyView[], limits: Limits = {}): Check[] {
  const deadline = new Deadline(limits.timeLimitMs ?? DEFAULT_LIMITS.timeLimitMs);
  const views = watched(all, deadline);
  const reads = readFacts(views);
  const writes = writeFacts(views);
  const judged = (name: string, constraints: () => Constraint[]) =>
    withinTime(name, deadline, () => judge(views, name, constraints()));
  return [
    judged("writes follow reads", () => writesFollowReads(views, reads, writes)),
    judged("monotonic writes", () => monotonicWrites(views, reads, writes)),
    judged("monotonic reads", () => monotonicReads(reads)),
    judged("read your writes", () => readYourWrites(reads, writes)),
  ];
}

function judge(views: readonly KeyView[], name: string, constraints: Constraint[]): Check {
  const broken = outOfThinAir(views) ?? brokenOrder(views, constraints);
  if (broken !== undefined) return fail(name, broken);
  const open = ambiguity(views);
  if (open !== undefined) return undecided(name, open);
  return pass(name, `${constraints.length} constraints on the order of writes can be kept`);
}

function readYourWrites(reads: SessionFacts, writes: SessionFacts): Constraint[] {
  return reads.all.flatMap((read) => {
    const own = writes.last(read.operation, read.write.key)?.write;
    const because = (older: Write) =>
      say`${read} returned what is older than the session's own ${older}`;
    return constraint(own, read.write, because);
  });
}

function monotonicReads(reads: SessionFacts): Constraint[] {
  return reads.all.flatMap((read) => {
    const last = reads.last(read.operation, read.write.key);
    const because = () =>
      say`${read} returned what is older than what the session had seen in ${last ?? ""}`;
    return constraint(last?.write, read.write, because);
  });
}

function monotonicWrites(
  views: readonly KeyView[],
  reads: SessionFacts,
  writes: SessionFacts,
): Constraint[] {
  const sameKey = writes.all.flatMap(({ operation, write }) => {
    const because = (older: Write) => say`${older} is not older than the session's later ${write}`;
    return constraint(writes.last(operation, write.key)?.write, write, because);
  });
  return [...sameKey, ...atServers(views, reads, writes)];
}

function writesFollowReads(
  views: readonly KeyView[],
  reads: SessionFacts,
  writes: SessionFacts,
): Constraint[] {
  const sameKey = writes.all.flatMap(({ operation, write }) => {
    const because = (older: Write) =>
      say`${write} is older than ${older}, which its session had read`;
    return constraint(reads.last(operation, write.key)?.write, write, because);
  });
  return [...sameKey, ...atServers(views, reads, reads)];
}

/** Once a server has returned a write, its answers may not be older than what that demands. */
function atServers(
  views: readonly KeyView[],
  reads: SessionFacts,
  demands: SessionFacts,
): Constraint[] {
  const older = new Map(views.map((view) => [view.key, view.older]));
  const placed = reads.all.filter((read) => read.operation.node !== undefined);
  const byNode = Map.groupBy(placed, (read) => read.operation.node);
  return [...byNode.values()].flatMap((answers) => atServer(answers, demands, older));
}

/** A write that the server has, because it has returned one that demands it. */
interface Demand {
  readonly write: Write;
  readonly shownBy: Fact;
}

/** Goes through one server's answers in time; of each key only the newest demands are kept. */
function atServer(
  answers: readonly Fact[],
  demands: SessionFacts,
  older: ReadonlyMap<string, KeyView["older"]>,
): Constraint[] {
  const constraints: Constraint[] = [];
  const floors = new Map<string, Demand[]>();
  const shown = new Set<Write>();
  const isOlder = (first: Write, second: Write) => older.get(first.key)?.(first, second) === true;
  for (const { answer, returns } of inTime(answers)) {
    if (!returns) {
      for (const { write, shownBy } of floors.get(answer.write.key) ?? []) {
        if (isOlder(write, answer.write)) continue;
        const because = () =>
          say`${demanded(shownBy, write)}, but then the node answered with older in ${answer}`;
        constraints.push(...constraint(write, answer.write, because));
      }
    } else if (answer.write.operation !== null && !shown.has(answer.write)) {
      shown.add(answer.write);
      for (const { write } of demands.lastOfEachKey(answer.write.operation)) {
        const known = floors.get(write.key) ?? [];
        if (known.some((each) => each.write === write || isOlder(write, each.write))) continue;
        const kept = known.filter((each) => !isOlder(each.write, write));
        floors.set(write.key, [...kept, { write, shownBy: answer }]);
      }
    }
  }
  return constraints;
}

function demanded(shownBy: Fact, write: Write): Sentence {
  return say`${shownBy.operation} returned a write that demands ${write}`;
}

function inTime(answers: readonly Fact[]): { answer: Fact; returns: boolean }[] {
  const steps = answers.flatMap((answer) => [
    { answer, returns: false, place: answer.operation.invoked },
    { answer, returns: true, place: answer.operation.returned },
  ]);
  return steps.sort((a, b) => a.place - b.place);
}

function constraint(
  older: Write | undefined,
  newer: Write,
  because: (older: Write) => Sentence,
): Constraint[] {
  if (older === undefined || older === newer) return [];
  return [{ older, newer, because: () => because(older) }];
}
