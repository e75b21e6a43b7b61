/**
 * Words with what was emitted for them: an open-addressing hash table in flat arrays. A slot has
 * 32 bytes, so that finding a word touches one line of the processor's cache; words of up to 8
 * bytes, most of them, are compared without looking anywhere else.
 */
import { sortKeys } from "./bytes.ts";
import type { PairSink } from "./pair-sink.ts";
import type { WordToken } from "./word-token.ts";

/** The integers of a slot; the last two are one number, the total. */
const slotSize = 8;
const slotShift = 3;
const [low, high, hash, length, arenaStart, tag] = [0, 1, 2, 3, 4, 5];
const totalAt = 3;

const fewestSlots = 1 << 15;
/** 64 MiB, half of which may be used; a growing table exists twice for a moment. */
const mostSlots = 1 << 21;
const arenaBytes = 24 << 20;
/** No pair is longer; a longer word makes the application's error. */
const longestWord = 1 << 20;
const mostTexts = 1 << 16;

const encoder = new TextEncoder();
/** Most words are rare: their totals are small. */
const smallNumbers = Array.from({ length: 1_024 }, (_, number) => encoder.encode(`${number}`));

function digitsOf(number: number): Uint8Array {
  return smallNumbers[number] ?? encoder.encode(String(number));
}

export class WordTable {
  /** How often something was emitted since the beginning. */
  emitted = 0;
  readonly #adds: boolean;
  #slots = new Int32Array(fewestSlots * slotSize);
  #totals = new Float64Array(this.#slots.buffer);
  #used = 0;
  readonly #arena = new Uint8Array(arenaBytes);
  #arenaUsed = 0;
  /** Texts that were emitted, by their tags. */
  readonly #texts = [""];
  readonly #tags = new Map([["", 0]]);
  #lastText = "";
  #lastTag = 0;
  readonly #flush: () => void;

  /**
   * @param kind adds up what is emitted for a word, or keeps each of its values once
   * @param flush is called when the table is full, and must call `drain`
   */
  constructor(kind: "sum" | "distinct", flush: () => void) {
    this.#adds = kind === "sum";
    this.#flush = flush;
  }

  get isEmpty(): boolean {
    return this.#used === 0;
  }

  add(token: WordToken, value: string | number): void {
    this.emitted++;
    const adds = this.#adds;
    const valueTag = adds ? 0 : this.#tagOf(String(value));
    const slots = this.#slots;
    const size = token.end - token.start;
    const mask = slots.length - 1;
    let at = ((token.hash + valueTag) << slotShift) & mask;
    for (; slots[at + length] !== 0; at = (at + slotSize) & mask) {
      if (
        slots[at + low] === token.low &&
        slots[at + high] === token.high &&
        slots[at + length] === size &&
        slots[at + tag] === valueTag &&
        (size <= 8 || this.#hasRest(slots[at + arenaStart] as number, token))
      ) {
        if (adds) this.#addTo((at >> 1) + totalAt, Number(value));
        return;
      }
    }
    this.#insert(at, token, valueTag, adds ? Number(value) : 0);
  }

  /** Hands all pairs over in the order of their keys, and is empty afterwards. */
  drain(sink: PairSink): void {
    const slots = this.#slots;
    const count = this.#used;
    const starts = new Uint32Array(count);
    const lengths = new Uint32Array(count);
    const places = new Uint32Array(count);
    for (let at = 0, next = 0; at < slots.length; at += slotSize) {
      if (slots[at + length] === 0) continue;
      starts[next] = slots[at + arenaStart] as number;
      lengths[next] = slots[at + length] as number;
      places[next] = at;
      next++;
    }
    const texts = this.#texts.map((text) => encoder.encode(text));
    for (const index of sortKeys(this.#arena, starts, lengths, count)) {
      const start = starts[index] as number;
      const at = places[index] as number;
      const value = this.#adds
        ? digitsOf(this.#totals[(at >> 1) + totalAt] as number)
        : (texts[slots[at + tag] as number] as Uint8Array);
      const end = start + (lengths[index] as number);
      sink.pair(this.#arena, start, end, value, 0, value.length);
    }
    this.#slots = new Int32Array(fewestSlots * slotSize);
    this.#totals = new Float64Array(this.#slots.buffer);
    this.#used = 0;
    this.#arenaUsed = 0;
  }

  #addTo(place: number, amount: number): void {
    this.#totals[place] = (this.#totals[place] as number) + amount;
  }

  /** Mostly the same text as the last time, such as the name of the file. */
  #tagOf(text: string): number {
    if (text === this.#lastText) return this.#lastTag;
    const known = this.#tags.get(text);
    this.#lastText = text;
    this.#lastTag = known ?? this.#texts.push(text) - 1;
    if (known === undefined) this.#tags.set(text, this.#lastTag);
    return this.#lastTag;
  }

  /** Whether the bytes from the ninth on are the token's; the first eight are. */
  #hasRest(start: number, token: WordToken): boolean {
    const { bytes } = token;
    const offset = start - token.start;
    for (let at = token.start + 8; at < token.end; at++) {
      if (this.#arena[at + offset] !== bytes[at]) return false;
    }
    return true;
  }

  #insert(at: number, token: WordToken, valueTag: number, total: number): void {
    const size = token.end - token.start;
    if (size > longestWord) throw new Error(`a word has ${size} bytes, at most ${longestWord}`);
    this.#arena.set(token.bytes.subarray(token.start, token.end), this.#arenaUsed);
    this.#slots.set([token.low, token.high, token.hash, size, this.#arenaUsed, valueTag], at);
    this.#totals[(at >> 1) + totalAt] = total;
    this.#arenaUsed += size;
    this.#used++;
    const isFull = this.#arenaUsed + longestWord > arenaBytes || this.#used === mostSlots / 2;
    if (isFull || this.#texts.length > mostTexts) this.#makeRoom();
    else if (this.#used * slotSize * 2 >= this.#slots.length) this.#grow();
  }

  /** What was drained needs no tags any more. */
  #makeRoom(): void {
    this.#flush();
    this.#texts.length = 1;
    this.#tags.clear();
    this.#tags.set("", 0);
    this.#lastText = "";
    this.#lastTag = 0;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += slotSize) {
      if (old[from + length] === 0) continue;
      let at = (((old[from + hash] as number) + (old[from + tag] as number)) << slotShift) & mask;
      while (slots[at + length] !== 0) at = (at + slotSize) & mask;
      for (let part = 0; part < slotSize; part++) slots[at + part] = old[from + part] as number;
    }
    this.#slots = slots;
    this.#totals = new Float64Array(slots.buffer);
  }
}
