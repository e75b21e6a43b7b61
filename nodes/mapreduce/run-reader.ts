/** Reads a sorted file of pairs, one after the other. */
import { endByte, hasEscape, separatorByte, unescapeInto } from "./line-format.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Where lines come from: a file, or the standard input. */
export interface ByteSource extends Disposable {
  /** Reads on, up to the size of `target`. @returns how many bytes there were, 0 at the end */
  read(target: Uint8Array, position: number): number;
}

export class RunReader implements Disposable {
  /** The key of the current pair, unescaped: bytes of `key` from `keyStart` to `keyEnd`. */
  key: Uint8Array;
  keyStart = 0;
  keyEnd = 0;
  /** The current line with its end, in `buffer`. */
  buffer: Uint8Array;
  lineStart = 0;
  lineEnd = 0;
  readonly #file: ByteSource;
  #position = 0;
  #filled = 0;
  #valueStart = 0;
  #scratch = new Uint8Array(256);

  /** Stands before the first pair. */
  constructor(file: ByteSource, bufferBytes: number) {
    this.#file = file;
    this.buffer = new Uint8Array(bufferBytes);
    this.key = this.buffer;
  }

  /** Goes on to the next pair. @returns false at the end. @throws Error on a damaged file */
  next(): boolean {
    this.lineStart = this.lineEnd;
    let end = this.#find(endByte, this.lineStart, this.#filled);
    while (end === -1) {
      const searched = this.#filled - this.lineStart;
      if (!this.#fill()) {
        if (this.#filled > this.lineStart) throw new Error("a file of pairs ends within a line");
        return false;
      }
      end = this.#find(endByte, this.lineStart + searched, this.#filled);
    }
    this.lineEnd = end + 1;
    const separator = this.#find(separatorByte, this.lineStart, end);
    if (separator === -1) throw new Error("a line of a file of pairs has no tab");
    this.#valueStart = separator + 1;
    this.#setKey(this.lineStart, separator);
    return true;
  }

  /** The value of the current pair. */
  value(): string {
    const [start, end] = [this.#valueStart, this.lineEnd - 1];
    if (!hasEscape(this.buffer, start, end)) {
      return decoder.decode(this.buffer.subarray(start, end));
    }
    const plain = new Uint8Array(end - start);
    return decoder.decode(plain.subarray(0, unescapeInto(plain, this.buffer, start, end)));
  }

  [Symbol.dispose](): void {
    this.#file[Symbol.dispose]();
  }

  #setKey(start: number, end: number): void {
    if (!hasEscape(this.buffer, start, end)) {
      this.key = this.buffer;
      this.keyStart = start;
      this.keyEnd = end;
      return;
    }
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array(end - start);
    this.key = this.#scratch;
    this.keyStart = 0;
    this.keyEnd = unescapeInto(this.#scratch, this.buffer, start, end);
  }

  #find(byte: number, from: number, to: number): number {
    for (let at = from; at < to; at++) if (this.buffer[at] === byte) return at;
    return -1;
  }

  /** Reads more behind the line that has begun. @returns false at the end of the file */
  #fill(): boolean {
    const begun = this.buffer.subarray(this.lineStart, this.#filled);
    if (begun.length === this.buffer.length) {
      const larger = new Uint8Array(this.buffer.length * 2);
      larger.set(begun);
      this.buffer = larger;
    } else this.buffer.copyWithin(0, this.lineStart, this.#filled);
    this.lineStart = 0;
    this.lineEnd = 0;
    this.#filled = begun.length;
    const count = this.#file.read(this.buffer.subarray(this.#filled), this.#position);
    this.#position += count;
    this.#filled += count;
    return count > 0;
  }
}
