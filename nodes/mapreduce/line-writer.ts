/** Writes lines to a new file, many at a time. */
import { NewFile } from "../host/job-files.ts";
import { endByte, escapeInto, separatorByte } from "./line-format.ts";
import type { PairSink } from "./pair-sink.ts";

const space = 0x20;

export class LineWriter implements PairSink {
  readonly #file: NewFile;
  #buffer: Uint8Array;
  #used = 0;

  constructor(path: string, bufferBytes: number) {
    this.#file = new NewFile(path);
    this.#buffer = new Uint8Array(bufferBytes);
  }

  /** A pair as intermediate files have it. */
  pair(
    key: Uint8Array,
    keyStart: number,
    keyEnd: number,
    value: Uint8Array,
    valueStart: number,
    valueEnd: number,
  ): void {
    this.#line(separatorByte, key, keyStart, keyEnd, value, valueStart, valueEnd);
  }

  /** A line of an output: the key, a space, the result. */
  result(key: Uint8Array, result: Uint8Array): void {
    this.#line(space, key, 0, key.length, result, 0, result.length);
  }

  /** A line that is escaped already, with its end. */
  raw(bytes: Uint8Array, start: number, end: number): void {
    this.#makeRoom(end - start);
    this.#buffer.set(bytes.subarray(start, end), this.#used);
    this.#used += end - start;
  }

  place(durable = false): void {
    this.#flush();
    this.#file.place(durable);
  }

  #line(
    between: number,
    key: Uint8Array,
    keyStart: number,
    keyEnd: number,
    value: Uint8Array,
    valueStart: number,
    valueEnd: number,
  ): void {
    this.#makeRoom(2 * (keyEnd - keyStart + valueEnd - valueStart) + 2);
    const buffer = this.#buffer;
    let at = escapeInto(buffer, this.#used, key, keyStart, keyEnd);
    buffer[at++] = between;
    at = escapeInto(buffer, at, value, valueStart, valueEnd);
    buffer[at++] = endByte;
    this.#used = at;
  }

  #makeRoom(bytes: number): void {
    if (this.#used + bytes <= this.#buffer.length) return;
    this.#flush();
    if (bytes > this.#buffer.length) this.#buffer = new Uint8Array(bytes);
  }

  #flush(): void {
    this.#file.write(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}
