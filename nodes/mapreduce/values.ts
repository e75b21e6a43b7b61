import { compareBytes } from "./bytes.ts";
import type { Merge } from "./merge.ts";
import type { RunReader } from "./run-reader.ts";

/** The values of one key, in the order of the merged files, read as they are asked for. */
export class Values extends Iterator<string> {
  readonly #merge: Merge;
  readonly #key: Uint8Array;

  constructor(merge: Merge, key: Uint8Array) {
    super();
    this.#merge = merge;
    this.#key = key;
  }

  next(): IteratorResult<string, undefined> {
    const { head } = this.#merge;
    if (head === undefined || !this.#isOf(head)) return { done: true, value: undefined };
    const value = head.value();
    this.#merge.advance();
    return { done: false, value };
  }

  /** Goes past those that nobody asked for. */
  skipRest(): void {
    for (const _left of this);
  }

  #isOf({ key, keyStart, keyEnd }: RunReader): boolean {
    return compareBytes(key, keyStart, keyEnd, this.#key, 0, this.#key.length) === 0;
  }
}
