import { ConfigurationSet } from "./configuration-set.ts";
import type { Deadline } from "./deadline.ts";
import { EntryList } from "./entry-list.ts";
import { isIndefinite, type Operation } from "./history.ts";
import type { Model } from "./model.ts";
import { interleave, type Limits, type Search } from "./search.ts";
import { type Sentence, say } from "./sentence.ts";
import { ILLEGAL, Transitions } from "./transitions.ts";
import { type Check, fail, pass, undecided } from "./verdict.ts";

export type Linearizability =
  | { readonly result: "ok" }
  | { readonly result: "undecided"; readonly reason: string }
  | { readonly result: "illegal"; readonly witness: Witness };

/** Why a partition is not linearizable. */
export interface Witness {
  /** All operations that were judged together. */
  readonly partition: readonly Operation[];
  /** The operations of one longest linearizable prefix, in an order that explains it. */
  readonly prefix: readonly Operation[];
  /** The operation that returned next; no order that respects real time has a place for it. */
  readonly stuck: Operation;
  /** The model's state, as its key, after the prefix. */
  readonly state: string;
}

/**
 * Is there an order of the operations, in which each lies between its invocation and its return,
 * and a single copy gives the same answers? (Herlihy & Wing, "Linearizability", 1990.) The search
 * is Wing & Gong's with Lowe's state cache ("Testing for linearizability", 2017), a partition each,
 * the partitions in turns. Indefinite operations may take effect at any time after their
 * invocation, or never.
 */
export function checkLinearizability<State>(
  model: Model<State>,
  operations: readonly Operation[],
  limits: Limits = {},
): Linearizability {
  const partitions = model.partition(operations);
  const searches = partitions.map((each) => new LinearizationSearch(model, each));
  const outcome = interleave(searches, limits);
  if (outcome.result !== "illegal") return outcome;
  return { result: "illegal", witness: outcome.culprit.witness() };
}

/** The same as a check, with one sentence of evidence. */
export function linearizable<State>(
  model: Model<State>,
  operations: readonly Operation[],
  limits: Limits = {},
): Check {
  const name = "linearizable";
  if (operations.length === 0) return undecided(name, "there is no operation to judge");
  const found = checkLinearizability(model, operations, limits);
  if (found.result === "undecided") return undecided(name, found.reason);
  if (found.result === "ok") return pass(name, `${operations.length} operations have an order`);
  const { prefix, stuck, state } = found.witness;
  const last = prefix.at(-1);
  const before =
    last === undefined
      ? "nothing that was invoked before it returned can have come first"
      : orderBefore(prefix.length, last);
  const what = say`there is no place for ${stuck}: ${before}`;
  return fail(name, last === undefined ? what : say`${what} and the state ${state}`);
}

function orderBefore(count: number, last: Operation): Sentence {
  const order = say`${count} operations find an order, such as one that ends with ${last}`;
  return say`of what was invoked before it returned, ${order}`;
}

interface Choice {
  readonly index: number;
  readonly stateBefore: number;
  /** It changed nothing, so there is no alternative to it. */
  readonly forced: boolean;
}

/**
 * The search over one partition. The calls and returns that are not yet placed form linked lists
 * in the order of real time; the calls before the first return are the candidates for the next
 * place. Two rules keep it small. An operation that is legal and changes nothing is placed at once
 * and for good: in any order that places it later it can be moved to the front, so no alternative
 * is lost. And indefinite operations are tried last, for most of them are not needed.
 */
class LinearizationSearch<State> implements Search {
  readonly #model: Model<State>;
  readonly #operations: readonly Operation[];
  readonly #transitions: Transitions<State>;
  readonly #definite: EntryList;
  readonly #indefinite: EntryList;
  /** A bit for each operation that is placed; the last word is the state. */
  readonly #configuration: Uint32Array;
  readonly #seen: ConfigurationSet;
  readonly #placed: Choice[] = [];
  #state = 0;
  #unplaced: number;
  /** The entry that is tried next: of the definite operations, then of the indefinite. */
  #cursor: number;
  #triesIndefinite = false;
  #farthest: { prefix: number[]; stuck: number; state: number } | undefined;

  constructor(model: Model<State>, operations: readonly Operation[]) {
    this.#model = model;
    this.#operations = operations;
    this.#transitions = new Transitions(model, operations);
    this.#definite = new EntryList(operations, (operation) => !isIndefinite(operation));
    this.#indefinite = new EntryList(operations, isIndefinite);
    this.#configuration = new Uint32Array(Math.ceil(operations.length / 32) + 1);
    this.#seen = new ConfigurationSet(this.#configuration.length);
    this.#unplaced = operations.filter((operation) => !isIndefinite(operation)).length;
    this.#placeWhatChangesNothing();
    this.#cursor = this.#definite.first;
  }

  get bytes(): number {
    return this.#seen.bytes + this.#transitions.bytes;
  }

  run(steps: number, deadline: Deadline): "ok" | "illegal" | "running" {
    for (let step = 0; step < steps && !deadline.isOver; step += 1) {
      if (this.#unplaced === 0) return "ok";
      const candidate = this.#candidate();
      if (candidate !== undefined) this.#tryCandidate(candidate);
      else {
        this.#noteStuck();
        if (!this.#backtrack()) return "illegal";
      }
    }
    return "running";
  }

  #candidate(): number | undefined {
    if (!this.#triesIndefinite) {
      if (this.#definite.isCall(this.#cursor)) return this.#definite.operationOf(this.#cursor);
      this.#triesIndefinite = true;
      this.#cursor = this.#indefinite.first;
    }
    if (!this.#indefinite.isCall(this.#cursor)) return undefined;
    const index = this.#indefinite.operationOf(this.#cursor);
    const isInvoked = this.#at(index).invoked < this.#at(this.#firstToReturn()).returned;
    return isInvoked ? index : undefined;
  }

  #firstToReturn(): number {
    let entry = this.#definite.first;
    while (this.#definite.isCall(entry)) {
      entry = this.#definite.after(this.#definite.operationOf(entry));
    }
    return this.#definite.operationOf(entry);
  }

  #tryCandidate(index: number): void {
    const next = this.#transitions.step(this.#state, index);
    if (next === ILLEGAL || next === this.#state) {
      this.#cursor = this.#listOf(index).after(index);
      return;
    }
    this.#place(index, next, false);
    this.#placeWhatChangesNothing();
    this.#configuration[this.#configuration.length - 1] = this.#state;
    if (!this.#seen.add(this.#configuration)) {
      this.#backtrack();
      return;
    }
    this.#triesIndefinite = false;
    this.#cursor = this.#definite.first;
  }

  /** The state stays the same, so one pass finds all; an indefinite one is as well left out. */
  #placeWhatChangesNothing(): void {
    let entry = this.#definite.first;
    while (this.#definite.isCall(entry)) {
      const index = this.#definite.operationOf(entry);
      if (this.#transitions.step(this.#state, index) === this.#state) {
        this.#place(index, this.#state, true);
      }
      entry = this.#definite.after(index);
    }
  }

  #place(index: number, next: number, forced: boolean): void {
    this.#placed.push({ index, stateBefore: this.#state, forced });
    this.#listOf(index).remove(index);
    this.#flip(index);
    if (!isIndefinite(this.#at(index))) this.#unplaced -= 1;
    this.#state = next;
  }

  /** Takes back the last choice and what followed from it; false when there was none. */
  #backtrack(): boolean {
    for (let last = this.#placed.pop(); last !== undefined; last = this.#placed.pop()) {
      this.#listOf(last.index).restore(last.index);
      this.#flip(last.index);
      if (!isIndefinite(this.#at(last.index))) this.#unplaced += 1;
      this.#state = last.stateBefore;
      if (last.forced) continue;
      this.#triesIndefinite = isIndefinite(this.#at(last.index));
      this.#cursor = this.#listOf(last.index).after(last.index);
      return true;
    }
    return false;
  }

  #listOf(index: number): EntryList {
    return isIndefinite(this.#at(index)) ? this.#indefinite : this.#definite;
  }

  #flip(index: number): void {
    const word = index >>> 5;
    this.#configuration[word] = (this.#configuration[word] ?? 0) ^ (1 << (index & 31));
  }

  /** The latest return that ever blocked the search ends the shortest prefix with no order. */
  #noteStuck(): void {
    const stuck = this.#firstToReturn();
    const farthest = this.#farthest;
    if (farthest && this.#at(stuck).returned <= this.#at(farthest.stuck).returned) return;
    const prefix = this.#placed.map((choice) => choice.index);
    this.#farthest = { prefix, stuck, state: this.#state };
  }

  /** Only after `run` has answered `illegal`. */
  witness(): Witness {
    if (this.#farthest === undefined) throw new Error("the search has never been stuck");
    return {
      partition: this.#operations,
      prefix: this.#farthest.prefix.map((index) => this.#at(index)),
      stuck: this.#at(this.#farthest.stuck),
      state: this.#model.stateKey(this.#transitions.state(this.#farthest.state)),
    };
  }

  #at(index: number): Operation {
    return this.#operations[index] as Operation;
  }
}
