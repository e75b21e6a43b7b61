import { BitMatrix } from "./bit-matrix.ts";
import { Deadline, withinTime } from "./deadline.ts";
import type { Operation } from "./history.ts";
import {
  ambiguity,
  type KeyView,
  outOfThinAir,
  type Read,
  sourceOf,
  type Write,
} from "./register-view.ts";
import { DEFAULT_LIMITS, type Limits } from "./search.ts";
import { type Sentence, say } from "./sentence.ts";
import { type Check, fail, pass, undecided } from "./verdict.ts";

const MOST_OPERATIONS = 4000;

/**
 * Causal memory: for each process there is an order of its own reads and of all writes that keeps
 * causality (each process's own order, and from a write to those who read it), and in which each
 * of its reads returns the last value written. Source: Ahamad, Neiger, Burns, Kohli & Hutto,
 * "Causal memory: definitions, implementation, and programming", 1995.
 *
 * Decided, for reads whose write is known, by the absence of the bad patterns of Bouajjani, Enea,
 * Guerraoui & Hamza, "On verifying causal consistency", 2017, section 5: start from causality;
 * when a process reads w, every other write of that key that it has seen by then must come before
 * w, and so on, until nothing is added (ok) or a write must come both before and after w.
 */
export function causal(views: readonly KeyView[], limits: Limits = {}): Check {
  const deadline = new Deadline(limits.timeLimitMs ?? DEFAULT_LIMITS.timeLimitMs);
  return withinTime("causal", deadline, () => judge(views, deadline));
}

function judge(views: readonly KeyView[], deadline: Deadline): Check {
  const name = "causal";
  const thinAir = outOfThinAir(views);
  if (thinAir !== undefined) return fail(name, thinAir);
  const open = ambiguity(views);
  if (open !== undefined) return undecided(name, open);
  const order = new CausalOrder(views);
  if (order.operations.length > MOST_OPERATIONS) {
    const count = order.operations.length;
    return undecided(name, `${count} operations are more than the ${MOST_OPERATIONS} judged`);
  }
  const causality = order.causality(deadline);
  if ("text" in causality) return fail(name, causality);
  for (const [process, reads] of order.readsByProcess) {
    const broken = brokenView(order, causality.copy(), process, reads, deadline);
    if (broken !== undefined) return fail(name, broken);
  }
  return pass(name, `each of ${order.readsByProcess.size} processes has a causal order`);
}

/** The operations that read or wrote, numbered; causality is a relation between the numbers. */
class CausalOrder {
  readonly operations: readonly Operation[];
  readonly readsByProcess: Map<string, Read[]>;
  readonly writesOf: Map<string, readonly Write[]>;
  readonly #numbers: Map<Operation, number>;
  readonly #reads: readonly Read[];

  constructor(views: readonly KeyView[]) {
    this.#reads = views
      .flatMap((view) => view.reads)
      .sort((a, b) => a.operation.invoked - b.operation.invoked);
    const writers = views.flatMap((view) =>
      view.writes.flatMap(({ operation }) => operation ?? []),
    );
    const all = new Set([...this.#reads.map((each) => each.operation), ...writers]);
    this.operations = [...all].sort((a, b) => a.invoked - b.invoked);
    this.#numbers = new Map(this.operations.map((operation, number) => [operation, number]));
    this.readsByProcess = Map.groupBy(this.#reads, (each) => each.operation.process);
    this.writesOf = new Map(views.map((view) => [view.key, view.writes]));
  }

  /** Undefined for the value before all writes, which is before everything. */
  numberOf(operation: Operation | null): number | undefined {
    return operation === null ? undefined : this.#numbers.get(operation);
  }

  /** What is causally before each operation; a sentence when something is before itself. */
  causality(deadline: Deadline): BitMatrix | Sentence {
    const before: number[][] = this.operations.map(() => []);
    const last = new Map<string, number>();
    for (const [number, operation] of this.operations.entries()) {
      const previous = last.get(operation.process);
      if (previous !== undefined) before[number]?.push(previous);
      last.set(operation.process, number);
    }
    for (const read of this.#reads) {
      const source = this.numberOf(sourceOf(read)?.operation ?? null);
      if (source !== undefined) before[this.numberOf(read.operation) ?? -1]?.push(source);
    }
    const past = new BitMatrix(this.operations.length);
    for (let changed = true; changed; ) {
      changed = false;
      for (const [number, sources] of before.entries()) {
        deadline.keep();
        for (const source of sources) changed = past.include(number, source) || changed;
      }
    }
    const cyclic = this.operations.find((_, number) => past.has(number, number));
    return cyclic === undefined ? past : say`${cyclic} is causally before itself`;
  }
}

/** Why the process has no order; undefined when it has one. */
function brokenView(
  order: CausalOrder,
  past: BitMatrix,
  process: string,
  reads: readonly Read[],
  deadline: Deadline,
): Sentence | undefined {
  for (let changed = true; changed; ) {
    changed = false;
    for (const read of reads) {
      const source = sourceOf(read) as Write;
      const sourceNumber = order.numberOf(source.operation);
      const reader = order.numberOf(read.operation) ?? -1;
      for (const write of order.writesOf.get(read.key) ?? []) {
        deadline.keep();
        const number = order.numberOf(write.operation);
        if (write === source || number === undefined || !past.has(reader, number)) continue;
        if (sourceNumber === undefined || past.has(number, sourceNumber)) {
          return contradiction(process, read, source, write);
        }
        changed = past.includeClosed(sourceNumber, number) || changed;
      }
    }
  }
  return undefined;
}

function contradiction(process: string, read: Read, source: Write, write: Write): Sentence {
  const returned = say`${read} returned the value of ${source}`;
  return say`${returned}, though for ${process} that was already replaced by ${write}`;
}
