const CHUNK_ROWS = 256;
const SEGMENT_BITS = 6;
const SEGMENTS = 1 << SEGMENT_BITS;
const FIRST_SLOTS = 16;

/**
 * The configurations that a search has been in: rows of `width` 32-bit words, in an
 * open-addressing hash table. Rows are kept in chunks, which are never copied; the table is in
 * segments that double one by one, so that neither its pauses nor its garbage are large.
 */
export class ConfigurationSet {
  readonly #width: number;
  readonly #chunks: Uint32Array[] = [];
  /** A slot holds a row's index plus one; 0 means empty. */
  readonly #segments: Uint32Array[] = [];
  readonly #taken = new Uint32Array(SEGMENTS);
  #slots = 0;
  #size = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get bytes(): number {
    return (this.#chunks.length * CHUNK_ROWS * this.#width + this.#slots) * 4;
  }

  /** Adds a configuration; false when it was there already. */
  add(row: Uint32Array): boolean {
    const hash = hashOf(row, 0, this.#width);
    const segment = hash & (SEGMENTS - 1);
    const slots = this.#withRoom(segment);
    let slot = firstSlot(hash, slots);
    for (let taken = slots[slot]; taken; taken = slots[slot]) {
      if (this.#equals(taken - 1, row)) return false;
      slot = (slot + 1) & (slots.length - 1);
    }
    this.#store(row);
    slots[slot] = this.#size;
    this.#taken[segment] = (this.#taken[segment] ?? 0) + 1;
    return true;
  }

  #store(row: Uint32Array): void {
    const index = this.#size % CHUNK_ROWS;
    if (index === 0) this.#chunks.push(new Uint32Array(CHUNK_ROWS * this.#width));
    this.#chunks.at(-1)?.set(row, index * this.#width);
    this.#size += 1;
  }

  #equals(index: number, row: Uint32Array): boolean {
    const chunk = this.#chunkOf(index);
    const start = (index % CHUNK_ROWS) * this.#width;
    for (let word = 0; word < this.#width; word += 1) {
      if (chunk[start + word] !== row[word]) return false;
    }
    return true;
  }

  #chunkOf(index: number): Uint32Array {
    return this.#chunks[Math.floor(index / CHUNK_ROWS)] as Uint32Array;
  }

  /** The segment's slots, of which at least half are free. */
  #withRoom(segment: number): Uint32Array {
    const old = this.#segments[segment] ?? new Uint32Array(0);
    if ((this.#taken[segment] ?? 0) * 2 < old.length) return old;
    const slots = new Uint32Array(Math.max(FIRST_SLOTS, old.length * 2));
    for (const taken of old) {
      if (taken === 0) continue;
      const start = ((taken - 1) % CHUNK_ROWS) * this.#width;
      let slot = firstSlot(hashOf(this.#chunkOf(taken - 1), start, this.#width), slots);
      while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = taken;
    }
    this.#segments[segment] = slots;
    this.#slots += slots.length - old.length;
    return slots;
  }
}

/** The part of the hash that did not choose the segment. */
function firstSlot(hash: number, slots: Uint32Array): number {
  return (hash >>> SEGMENT_BITS) & (slots.length - 1);
}

/** FNV-1a over words, with a final mix because neighbours differ in few bits. */
function hashOf(words: Uint32Array, start: number, width: number): number {
  let hash = 0x811c9dc5;
  for (let word = start; word < start + width; word += 1) {
    hash = Math.imul(hash ^ (words[word] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
