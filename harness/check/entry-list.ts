import { isIndefinite, type Operation } from "./history.ts";

const END = -1;

/**
 * The calls and returns of some operations in the order of real time, as a doubly linked list.
 * Entry `2 i` is the call of the operation at index i and `2 i + 1` its return; an indefinite
 * operation has no return.
 */
export class EntryList {
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly #hasReturn: boolean[];
  /** The list's two ends are one entry more, which is neither call nor return. */
  readonly #ends: number;

  constructor(operations: readonly Operation[], isIn: (operation: Operation) => boolean) {
    this.#ends = operations.length * 2;
    this.#next = new Int32Array(this.#ends + 1);
    this.#previous = new Int32Array(this.#ends + 1);
    this.#hasReturn = operations.map((operation) => !isIndefinite(operation));
    const entries = operations.flatMap((operation, index) => {
      const call = { entry: index * 2, place: operation.invoked };
      const back = { entry: index * 2 + 1, place: operation.returned };
      if (!isIn(operation)) return [];
      return isIndefinite(operation) ? [call] : [call, back];
    });
    let last = this.#ends;
    for (const { entry } of entries.sort((a, b) => a.place - b.place)) {
      this.#link(last, entry);
      last = entry;
    }
    this.#link(last, this.#ends);
  }

  get first(): number {
    return this.#entry(this.#next[this.#ends]);
  }

  /** The entry behind the operation's call, also when that was just removed; odd at the end. */
  after(index: number): number {
    return this.#entry(this.#next[index * 2]);
  }

  isCall(entry: number): boolean {
    return (entry & 1) === 0;
  }

  operationOf(entry: number): number {
    return entry >> 1;
  }

  remove(index: number): void {
    if (this.#hasReturn[index]) this.#unlink(index * 2 + 1);
    this.#unlink(index * 2);
  }

  /** Undoes the last removal that is not yet undone. */
  restore(index: number): void {
    this.#relink(index * 2);
    if (this.#hasReturn[index]) this.#relink(index * 2 + 1);
  }

  #entry(entry: number | undefined): number {
    return entry === undefined || entry === this.#ends ? END : entry;
  }

  #link(a: number, b: number): void {
    this.#next[a] = b;
    this.#previous[b] = a;
  }

  #unlink(entry: number): void {
    this.#link(this.#previous[entry] ?? END, this.#next[entry] ?? END);
  }

  #relink(entry: number): void {
    this.#next[this.#previous[entry] ?? END] = entry;
    this.#previous[this.#next[entry] ?? END] = entry;
  }
}
