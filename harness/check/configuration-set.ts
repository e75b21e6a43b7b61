const CHUNK_ROWS = 4096;
const FIRST_SLOTS = 1024;

/**
 * The configurations that a search has been in: rows of `width` 32-bit words, in an
 * open-addressing hash table. Rows are kept in chunks, so that growing never copies them.
 */
export class ConfigurationSet {
  readonly #width: number;
  readonly #chunks: Uint32Array[] = [];
  #slots = new Uint32Array(FIRST_SLOTS);
  #hashes = new Uint32Array(FIRST_SLOTS);
  #size = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get bytes(): number {
    return this.#chunks.length * CHUNK_ROWS * this.#width * 4 + this.#slots.length * 8;
  }

  /** Adds a configuration; false when it was there already. */
  add(row: Uint32Array): boolean {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const hash = hashOf(row);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let taken = this.#slots[slot]; taken; taken = this.#slots[slot]) {
      if (this.#hashes[slot] === hash && this.#equals(taken - 1, row)) return false;
      slot = (slot + 1) & mask;
    }
    this.#store(row);
    this.#slots[slot] = this.#size;
    this.#hashes[slot] = hash;
    return true;
  }

  #store(row: Uint32Array): void {
    const index = this.#size % CHUNK_ROWS;
    if (index === 0) this.#chunks.push(new Uint32Array(CHUNK_ROWS * this.#width));
    this.#chunks.at(-1)?.set(row, index * this.#width);
    this.#size += 1;
  }

  #equals(index: number, row: Uint32Array): boolean {
    const chunk = this.#chunks[Math.floor(index / CHUNK_ROWS)];
    const start = (index % CHUNK_ROWS) * this.#width;
    for (let word = 0; word < row.length; word += 1) {
      if (chunk?.[start + word] !== row[word]) return false;
    }
    return true;
  }

  /** Slot 0 means empty, so a slot holds the row's index plus one. */
  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const hashes = new Uint32Array(slots.length);
    const mask = slots.length - 1;
    for (const [old, taken] of this.#slots.entries()) {
      if (taken === 0) continue;
      const hash = this.#hashes[old] ?? 0;
      let slot = hash & mask;
      while (slots[slot]) slot = (slot + 1) & mask;
      slots[slot] = taken;
      hashes[slot] = hash;
    }
    this.#slots = slots;
    this.#hashes = hashes;
  }
}

/** FNV-1a over words, with a final mix because neighbours differ in few bits. */
function hashOf(row: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (let word = 0; word < row.length; word += 1) {
    hash = Math.imul(hash ^ (row[word] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
