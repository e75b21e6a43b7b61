import type { Operation } from "./history.ts";
import type { Model } from "./model.ts";

/** What `Transitions.step` returns where the operation's answer is impossible. */
export const ILLEGAL = -1;

/**
 * A model over one partition, with states as small numbers: each state is kept once, and each
 * step is asked of the model once. State 0 is the initial one.
 */
export class Transitions<State> {
  readonly #model: Model<State>;
  readonly #operations: readonly Operation[];
  readonly #states: State[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #steps = new Map<number, number>();
  #characters = 0;

  constructor(model: Model<State>, operations: readonly Operation[]) {
    this.#model = model;
    this.#operations = operations;
    this.#numberOf(model.initial);
  }

  /** The state after the operation at that index of the partition, or `ILLEGAL`. */
  step(state: number, index: number): number {
    const memo = state * this.#operations.length + index;
    const known = this.#steps.get(memo);
    if (known !== undefined) return known;
    const next = this.#model.step(this.state(state), this.#operations[index] as Operation);
    const number = next === undefined ? ILLEGAL : this.#numberOf(next);
    this.#steps.set(memo, number);
    return number;
  }

  state(number: number): State {
    return this.#states[number] as State;
  }

  /** A rough size: a state is taken to be as large as its key. */
  get bytes(): number {
    return this.#steps.size * 64 + this.#states.length * 256 + this.#characters * 2;
  }

  #numberOf(state: State): number {
    const key = this.#model.stateKey(state);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#states.length;
    this.#states.push(state);
    this.#characters += key.length;
    this.#numbers.set(key, number);
    return number;
  }
}
