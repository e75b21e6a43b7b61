/** Writes lines of pairs, many at a time. */
import { NewFile } from "../host/job-files.ts";
import { endByte, escapeInto, separatorByte } from "./line-format.ts";
import type { PairSink } from "./pair-sink.ts";

const space = 0x20;
const encoder = new TextEncoder();

/** Lines on their way to wherever bytes can be written. */
export class OutputLines implements PairSink {
  readonly #target: { write(bytes: Uint8Array): void };
  #buffer: Uint8Array;
  #used = 0;

  constructor(target: { write(bytes: Uint8Array): void }, bufferBytes: number) {
    this.#target = target;
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

  text(key: string, value: string): void {
    this.pairBytes(encoder.encode(key), encoder.encode(value));
  }

  pairBytes(key: Uint8Array, value: Uint8Array): void {
    this.pair(key, 0, key.length, value, 0, value.length);
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

  flush(): void {
    this.#target.write(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
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
    this.flush();
    if (bytes > this.#buffer.length) this.#buffer = new Uint8Array(bytes);
  }
}

/** Lines that become a file once they are all there. */
export class LineWriter extends OutputLines {
  readonly #file: NewFile;

  constructor(path: string, bufferBytes: number) {
    const file = new NewFile(path);
    super(file, bufferBytes);
    this.#file = file;
  }

  place(durable = false): void {
    this.flush();
    this.#file.place(durable);
  }
}
