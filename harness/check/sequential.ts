import { ConfigurationSet } from "./configuration-set.ts";
import type { Deadline } from "./deadline.ts";
import { isIndefinite, type Operation } from "./history.ts";
import type { Model } from "./model.ts";
import { interleave, type Limits, type Search } from "./search.ts";
import { join, type Sentence, say } from "./sentence.ts";
import { ILLEGAL, Transitions } from "./transitions.ts";
import { type Check, fail, pass, undecided } from "./verdict.ts";

/**
 * Sequential: one order of all operations that keeps each process's own order, though not real
 * time, in which a single copy gives the same answers. Source: Lamport, "How to make a
 * multiprocessor computer that correctly executes multiprocess programs", 1979.
 */
export function sequential<State>(
  model: Model<State>,
  operations: readonly Operation[],
  limits: Limits = {},
): Check {
  const search = new SequentialSearch(model, model.partition(operations));
  return judge("sequential", [search], limits);
}

/**
 * Sequential for each group of keys that the model keeps together, alone. Unlike linearizability,
 * that does not add up to sequential as a whole (Herlihy & Wing 1990, section 3.3).
 */
export function sequentialPerKey<State>(
  model: Model<State>,
  operations: readonly Operation[],
  limits: Limits = {},
): Check {
  const partitions = model.partition(operations);
  const searches = partitions.map((each) => new SequentialSearch(model, [each]));
  return judge("sequential per key", searches, limits);
}

function judge<State>(
  name: string,
  searches: readonly SequentialSearch<State>[],
  limits: Limits,
): Check {
  const outcome = interleave(searches, limits);
  if (outcome.result === "undecided") return undecided(name, outcome.reason);
  if (outcome.result === "illegal") return fail(name, outcome.culprit.evidence());
  return pass(name, "an order exists that each process could have seen");
}

/** A process's next steps; an indefinite operation can only be its last. */
type Thread = readonly {
  readonly operation: Operation;
  readonly partition: number;
  readonly index: number;
}[];

interface Choice {
  readonly thread: number;
  readonly partition: number;
  readonly stateBefore: number;
  readonly forced: boolean;
}

const SHOWN_HEADS = 3;

/** By invocation, which is near to a right order; indefinite ones, seldom needed, come last. */
function rankOf(step: Thread[number] | undefined): number {
  if (step === undefined) return Number.POSITIVE_INFINITY;
  const { operation } = step;
  return isIndefinite(operation) ? operation.invoked + AFTER_ALL : operation.invoked;
}

/** More than a history has events. */
const AFTER_ALL = 2 ** 40;

/**
 * Depth-first over how far each process has come, with a cache of (positions, states), as in
 * Lowe's search. What is legal and changes nothing is done at once and for good.
 */
class SequentialSearch<State> implements Search {
  readonly #threads: readonly Thread[];
  readonly #transitions: readonly Transitions<State>[];
  /** A word for the position of each thread, then one for the state of each partition. */
  readonly #configuration: Uint32Array;
  readonly #seen: ConfigurationSet;
  readonly #choices: Choice[] = [];
  /** Candidates are tried in the order of their ranks; those up to this one were tried. */
  #triedUpTo = -1;
  #farthest: { placed: number; heads: Operation[] } = { placed: -1, heads: [] };

  constructor(model: Model<State>, partitions: readonly Operation[][]) {
    const steps = partitions.flatMap((operations, partition) =>
      operations.map((operation, index) => ({ operation, partition, index })),
    );
    steps.sort((a, b) => a.operation.invoked - b.operation.invoked);
    this.#threads = [...Map.groupBy(steps, (step) => step.operation.process).values()];
    this.#transitions = partitions.map((each) => new Transitions(model, each));
    this.#configuration = new Uint32Array(this.#threads.length + partitions.length);
    this.#seen = new ConfigurationSet(this.#configuration.length);
    this.#placeWhatChangesNothing();
  }

  get bytes(): number {
    return this.#transitions.reduce((sum, each) => sum + each.bytes, this.#seen.bytes);
  }

  run(steps: number, deadline: Deadline): "ok" | "illegal" | "running" {
    for (let step = 0; step < steps && !deadline.isOver; step += 1) {
      if (this.#threads.every((_, thread) => this.#isDone(thread))) return "ok";
      const thread = this.#nextCandidate();
      if (thread !== undefined) this.#tryCandidate(thread);
      else {
        this.#noteStuck();
        if (!this.#backtrack()) return "illegal";
      }
    }
    return "running";
  }

  #head(thread: number): Thread[number] | undefined {
    return this.#threads[thread]?.[this.#configuration[thread] ?? 0];
  }

  #isDone(thread: number): boolean {
    const head = this.#head(thread);
    return head === undefined || isIndefinite(head.operation);
  }

  #nextCandidate(): number | undefined {
    let lowest = Number.POSITIVE_INFINITY;
    let candidate: number | undefined;
    for (let thread = 0; thread < this.#threads.length; thread += 1) {
      const rank = rankOf(this.#head(thread));
      if (rank <= this.#triedUpTo || rank >= lowest) continue;
      lowest = rank;
      candidate = thread;
    }
    return candidate;
  }

  #tryCandidate(thread: number): void {
    const head = this.#head(thread) as Thread[number];
    this.#triedUpTo = rankOf(head);
    const state = this.#state(head.partition);
    const next = this.#transitions[head.partition]?.step(state, head.index) ?? ILLEGAL;
    if (next === ILLEGAL || next === state) return;
    this.#place(thread, head.partition, next, false);
    this.#placeWhatChangesNothing();
    if (this.#seen.add(this.#configuration)) this.#triedUpTo = -1;
    else this.#backtrack();
  }

  #placeWhatChangesNothing(): void {
    for (let thread = 0; thread < this.#threads.length; thread += 1) {
      while (!this.#isDone(thread)) {
        const { partition, index } = this.#head(thread) as Thread[number];
        const state = this.#state(partition);
        if (this.#transitions[partition]?.step(state, index) !== state) break;
        this.#place(thread, partition, state, true);
      }
    }
  }

  #state(partition: number): number {
    return this.#configuration[this.#threads.length + partition] ?? 0;
  }

  #place(thread: number, partition: number, next: number, forced: boolean): void {
    this.#choices.push({ thread, partition, stateBefore: this.#state(partition), forced });
    this.#configuration[this.#threads.length + partition] = next;
    this.#configuration[thread] = (this.#configuration[thread] ?? 0) + 1;
  }

  #backtrack(): boolean {
    for (let last = this.#choices.pop(); last !== undefined; last = this.#choices.pop()) {
      this.#configuration[this.#threads.length + last.partition] = last.stateBefore;
      this.#configuration[last.thread] = (this.#configuration[last.thread] ?? 0) - 1;
      this.#triedUpTo = rankOf(this.#head(last.thread));
      if (!last.forced) return true;
    }
    return false;
  }

  #noteStuck(): void {
    if (this.#choices.length <= this.#farthest.placed) return;
    const heads = this.#threads.flatMap((_, thread) => {
      const head = this.#head(thread);
      return head === undefined || isIndefinite(head.operation) ? [] : [head.operation];
    });
    this.#farthest = { placed: this.#choices.length, heads };
  }

  /** Only after `run` has answered `illegal`. */
  evidence(): Sentence {
    const { placed, heads } = this.#farthest;
    const shown = heads.slice(0, SHOWN_HEADS).map((each) => say`${each}`);
    const next = join(shown, ", nor with ");
    return say`after at most ${placed} operations no order goes on with ${next}`;
  }
}
