/** What the reader has chosen, and who is told when it changes. */
import type { PageMessage, PageOperation, Span } from "../run-page-model.ts";
import type { Filter } from "./filter.ts";

/** One thing in the diagram. */
export type Chosen =
  | { readonly kind: "operation"; readonly operation: PageOperation }
  | { readonly kind: "message"; readonly message: PageMessage };

export interface State {
  /** What is seen of time. */
  readonly view: Span;
  /** The moment whose log lines are shown. */
  readonly moment: number;
  readonly selected: Chosen | undefined;
  readonly hovered: Chosen | undefined;
  readonly filter: Filter;
}

/** Draws again, at most once a frame, after each change. */
export class Store {
  #state: State;
  readonly #listeners: (() => void)[] = [];
  #waiting = false;

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  change(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      for (const listener of this.#listeners) listener();
    });
  }
}
