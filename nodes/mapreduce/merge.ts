/**
 * Merges sorted files of pairs (Knuth, TAOCP volume 3, section 5.4.1): a heap of readers, the one
 * with the smallest key on top. Equal keys come in the order of the readers.
 */
import { compareBytes } from "./bytes.ts";
import type { RunReader } from "./run-reader.ts";

export class Merge {
  readonly #heap: RunReader[] = [];
  readonly #places: ReadonlyMap<RunReader, number>;

  /** @param readers before their first pairs */
  constructor(readers: readonly RunReader[]) {
    this.#places = new Map(readers.map((reader, place) => [reader, place]));
    this.#heap = readers.filter((reader) => reader.next());
    for (let at = this.#heap.length >> 1; at >= 0; at--) this.#sink(at);
  }

  /** The reader that stands at the next pair; undefined at the end. */
  get head(): RunReader | undefined {
    return this.#heap[0];
  }

  /** Goes on to the next pair. */
  advance(): void {
    const [head] = this.#heap;
    if (head === undefined || head.next()) this.#sink(0);
    else {
      const last = this.#heap.pop();
      if (last === undefined || last === head) return;
      this.#heap[0] = last;
      this.#sink(0);
    }
  }

  #sink(from: number): void {
    const heap = this.#heap;
    for (let at = from; ; ) {
      let smallest = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && this.#isBefore(child, smallest)) smallest = child;
      }
      if (smallest === at) return;
      [heap[at], heap[smallest]] = [heap[smallest] as RunReader, heap[at] as RunReader];
      at = smallest;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [first, second] = [this.#heap[one] as RunReader, this.#heap[other] as RunReader];
    const difference = compareBytes(
      first.key,
      first.keyStart,
      first.keyEnd,
      second.key,
      second.keyStart,
      second.keyEnd,
    );
    if (difference !== 0) return difference < 0;
    return (this.#places.get(first) ?? 0) < (this.#places.get(second) ?? 0);
  }
}
