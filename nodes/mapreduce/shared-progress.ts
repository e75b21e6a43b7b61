/**
 * How far the computing thread has come, in memory that both threads see: the other one sends it
 * with heartbeats, and when the thread is stuck it tells at which record.
 */
import type { BadRecord, Counters, Piece } from "./protocol.ts";

const numbers = ["bytes", "records", "keys", "skipped", "progress", "steps", "writing"] as const;
const places = ["piece", "start", "end", "keyLength"] as const;
const fields = [...numbers, ...places];
type Field = (typeof fields)[number];

/** A longer key is shown by its beginning. */
const longestKeyBytes = 256;

const at = Object.fromEntries(fields.map((name, index) => [name, index])) as Record<Field, number>;

export class SharedProgress {
  readonly memory: SharedArrayBuffer;
  readonly #numbers: Float64Array;
  readonly #key: Uint8Array;

  constructor(
    memory = new SharedArrayBuffer(
      fields.length * Float64Array.BYTES_PER_ELEMENT + longestKeyBytes,
    ),
  ) {
    this.memory = memory;
    this.#numbers = new Float64Array(memory, 0, fields.length);
    this.#key = new Uint8Array(memory, this.#numbers.byteLength);
  }

  reset(): void {
    this.#numbers.fill(0);
    this.#numbers[at.piece] = -1;
  }

  add(counter: keyof Counters, count: number): void {
    this.#numbers[at[counter]] = (this.#numbers[at[counter]] as number) + count;
  }

  set(counter: keyof Counters | "progress", value: number): void {
    this.#numbers[at[counter]] = value;
  }

  /** A block or a line of the map task's piece of this number begins. */
  beginMap(piece: number, start: number, end: number): void {
    this.#numbers[at.piece] = piece;
    this.#numbers[at.start] = start;
    this.#numbers[at.end] = end;
    this.#step();
  }

  /** A key is about to be reduced. */
  beginReduce(key: Uint8Array): void {
    const length = Math.min(key.length, longestKeyBytes);
    for (let index = 0; index < length; index++) this.#key[index] = key[index] as number;
    this.#numbers[at.keyLength] = length;
    this.#step();
  }

  /** The application is done, and what it made is being written. */
  beginWriting(): void {
    this.#numbers[at.writing] = 1;
  }

  get isWriting(): boolean {
    return this.#numbers[at.writing] === 1;
  }

  #step(): void {
    this.#numbers[at.steps] = (this.#numbers[at.steps] as number) + 1;
  }

  get counters(): Counters {
    const [bytes = 0, records = 0, keys = 0, skipped = 0] = this.#numbers;
    return { bytes, records, keys, skipped };
  }

  get progress(): number {
    return this.#numbers[at.progress] as number;
  }

  /** Changes whenever a record begins. */
  get steps(): number {
    return this.#numbers[at.steps] as number;
  }

  /** The record that the thread is at; undefined before the first. */
  record(pieces: readonly Piece[]): BadRecord | undefined {
    if (this.steps === 0) return undefined;
    const piece = pieces[this.#numbers[at.piece] as number];
    const key = Buffer.from(this.#key.slice(0, this.#numbers[at.keyLength])).toString();
    if (piece === undefined) return { name: "", start: 0, end: 0, key };
    const [start, end] = [this.#numbers[at.start] as number, this.#numbers[at.end] as number];
    return { name: piece.name, start, end, key: "" };
  }
}

/** For people. */
export function describeRecord({ name, start, end, key }: BadRecord): string {
  return name === "" ? `key ${JSON.stringify(key)}` : `${name}, bytes ${start} to ${end}`;
}

export function sameRecord(one: BadRecord, other: BadRecord): boolean {
  return (
    one.name === other.name &&
    one.start === other.start &&
    one.end === other.end &&
    one.key === other.key
  );
}
