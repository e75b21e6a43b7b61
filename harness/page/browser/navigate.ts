/** Moves and zooms the view, within what the page holds. */
import type { PageOperation, Span } from "../run-page-model.ts";
import { firstView, type Run } from "./run.ts";
import type { Store } from "./state.ts";

/** A microsecond is as near as times are told. */
const shortestMs = 0.01;
/** How far beyond its ends one can see, as a share of what is seen. */
const margin = 0.05;

export class Navigator {
  readonly #run: Run;
  readonly #store: Store;

  constructor(run: Run, store: Store) {
    this.#run = run;
    this.#store = store;
  }

  /** @param factor below 1 zooms in; the time at `center` stays where it is */
  zoom(factor: number, center?: number): void {
    const { from, to } = this.#store.state.view;
    const at = center ?? (from + to) / 2;
    this.show({ from: at - (at - from) * factor, to: at + (to - at) * factor });
  }

  /** By a share of what is seen; negative to earlier times. */
  pan(share: number): void {
    const { from, to } = this.#store.state.view;
    const by = (to - from) * share;
    this.show({ from: from + by, to: to + by });
  }

  show({ from, to }: Span): void {
    const { shown } = this.#run;
    const whole = (shown.to - shown.from) * (1 + 2 * margin);
    const length = Math.min(Math.max(to - from, shortestMs), whole);
    const middle = (from + to) / 2;
    const least = shown.from - (shown.to - shown.from) * margin;
    const start = Math.min(Math.max(middle - length / 2, least), least + whole - length);
    this.#store.change({ view: { from: start, to: start + length } });
  }

  all(): void {
    this.show(this.#run.shown);
  }

  witness(): void {
    this.show(firstView(this.#run));
  }

  /** Selects an operation, and moves there if it is out of sight. */
  choose(operation: PageOperation): void {
    const { view } = this.#store.state;
    this.#store.change({ selected: { kind: "operation", operation }, moment: operation.to });
    const isInSight = operation.to >= view.from && operation.from <= view.to;
    if (!isInSight) this.#center(operation, view.to - view.from);
  }

  /** Selects an operation and comes so near that it can be read. */
  approach(operation: PageOperation): void {
    this.choose(operation);
    this.#center(operation, (operation.to - operation.from) * 5);
  }

  #center(operation: PageOperation, length: number): void {
    const middle = (operation.from + operation.to) / 2;
    const half = Math.max(length, (operation.to - operation.from) * 1.5) / 2;
    this.show({ from: middle - half, to: middle + half });
  }

  /** The next or the one before among these operations, by time. */
  step(operations: readonly PageOperation[], by: 1 | -1): void {
    const { selected, view } = this.#store.state;
    const current = selected?.kind === "operation" ? operations.indexOf(selected.operation) : -1;
    const first = operations.findIndex(({ to }) => to >= view.from);
    const next = current === -1 ? first : current + by;
    const operation = operations[next];
    if (operation !== undefined) this.choose(operation);
  }
}
