/** A relation between the numbers below `size`: which come before which. A bit for each pair. */
export class BitMatrix {
  readonly #size: number;
  readonly #words: number;
  readonly #rows: Uint32Array;

  constructor(size: number, rows?: Uint32Array) {
    this.#size = size;
    this.#words = Math.ceil(size / 32);
    this.#rows = rows ?? new Uint32Array(size * this.#words);
  }

  copy(): BitMatrix {
    return new BitMatrix(this.#size, this.#rows.slice());
  }

  /** True when `first` is before `number`. */
  has(number: number, first: number): boolean {
    const word = this.#rows[number * this.#words + (first >>> 5)] ?? 0;
    return (word & (1 << (first & 31))) !== 0;
  }

  /** Puts `first`, and all that is before it, before `number`; true when that was news. */
  include(number: number, first: number): boolean {
    const isNew = !this.has(number, first);
    const at = number * this.#words + (first >>> 5);
    this.#rows[at] = (this.#rows[at] ?? 0) | (1 << (first & 31));
    return this.#unite(number, first) || isNew;
  }

  /** Like `include`, in a relation that is transitive and stays so. */
  includeClosed(number: number, first: number): boolean {
    if (this.has(number, first)) return false;
    this.include(number, first);
    for (let other = 0; other < this.#size; other += 1) {
      if (this.has(other, number)) this.#unite(other, number);
    }
    return true;
  }

  #unite(number: number, first: number): boolean {
    let changed = false;
    for (let word = 0; word < this.#words; word += 1) {
      const at = number * this.#words + word;
      const old = this.#rows[at] ?? 0;
      const united = (old | (this.#rows[first * this.#words + word] ?? 0)) >>> 0;
      if (united === old) continue;
      this.#rows[at] = united;
      changed = true;
    }
    return changed;
  }
}
