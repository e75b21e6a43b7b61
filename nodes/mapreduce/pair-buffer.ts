/**
 * Pairs of any application as UTF-8, one after the other in one buffer, until it is full: then
 * they are sorted, combined if the application does so, and handed over.
 */
import type { CombineFunction } from "./application.ts";
import { compareBytes, sortKeys } from "./bytes.ts";
import type { PairSink } from "./pair-sink.ts";

const arenaBytes = 32 << 20;
const mostPairs = 1 << 20;
/** Of key and value together. A character has at most 3 bytes for each UTF-16 unit. */
const longestPair = 16 << 20;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class PairBuffer {
  readonly #arena = new Uint8Array(arenaBytes);
  #arenaUsed = 0;
  readonly #starts = new Uint32Array(mostPairs);
  readonly #keyLengths = new Uint32Array(mostPairs);
  readonly #valueLengths = new Uint32Array(mostPairs);
  #count = 0;
  readonly #combine: CombineFunction | undefined;
  readonly #flush: () => void;

  /** @param flush is called when the buffer is full, and must call `drain` */
  constructor(combine: CombineFunction | undefined, flush: () => void) {
    this.#combine = combine;
    this.#flush = flush;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** A surrogate without its other half is no Unicode text and becomes U+FFFD. */
  add(key: string, value: string): void {
    const mostBytes = 3 * (key.length + value.length);
    if (mostBytes > longestPair) {
      throw new Error(`a pair may have ${mostBytes} bytes, at most ${longestPair}`);
    }
    if (this.#count === mostPairs || this.#arenaUsed + mostBytes > arenaBytes) this.#flush();
    const keyLength = this.#append(key);
    this.#keyLengths[this.#count] = keyLength;
    this.#starts[this.#count] = this.#arenaUsed - keyLength;
    this.#valueLengths[this.#count] = this.#append(value);
    this.#count++;
  }

  #append(text: string): number {
    const { written } = encoder.encodeInto(text, this.#arena.subarray(this.#arenaUsed));
    this.#arenaUsed += written;
    return written;
  }

  /** Hands all pairs over in the order of their keys, and is empty afterwards. */
  drain(sink: PairSink): void {
    const order = sortKeys(this.#arena, this.#starts, this.#keyLengths, this.#count);
    for (let from = 0; from < order.length; ) {
      let to = from + 1;
      while (to < order.length && this.#sameKey(order[from] as number, order[to] as number)) to++;
      if (this.#combine === undefined || to - from === 1) {
        for (let index = from; index < to; index++) this.#write(order[index] as number, sink);
      } else this.#writeCombined(this.#combine, order.subarray(from, to), sink);
      from = to;
    }
    this.#count = 0;
    this.#arenaUsed = 0;
  }

  #keyEnd(pair: number): number {
    return (this.#starts[pair] as number) + (this.#keyLengths[pair] as number);
  }

  #sameKey(one: number, other: number): boolean {
    const [oneStart, otherStart] = [this.#starts[one] as number, this.#starts[other] as number];
    const [oneEnd, otherEnd] = [this.#keyEnd(one), this.#keyEnd(other)];
    return compareBytes(this.#arena, oneStart, oneEnd, this.#arena, otherStart, otherEnd) === 0;
  }

  #write(pair: number, sink: PairSink): void {
    const keyEnd = this.#keyEnd(pair);
    const valueEnd = keyEnd + (this.#valueLengths[pair] as number);
    sink.pair(this.#arena, this.#starts[pair] as number, keyEnd, this.#arena, keyEnd, valueEnd);
  }

  #writeCombined(combine: CombineFunction, pairs: Uint32Array, sink: PairSink): void {
    const first = pairs[0] as number;
    const keyEnd = this.#keyEnd(first);
    const key = this.#arena.subarray(this.#starts[first] as number, keyEnd);
    const values = Iterator.from(pairs).map((pair) => {
      const start = this.#keyEnd(pair);
      const end = start + (this.#valueLengths[pair] as number);
      return decoder.decode(this.#arena.subarray(start, end));
    });
    const combined = combine(decoder.decode(key), values);
    for (const value of typeof combined === "string" ? [combined] : combined) {
      const bytes = encoder.encode(String(value));
      sink.pair(key, 0, key.length, bytes, 0, bytes.length);
    }
  }
}
