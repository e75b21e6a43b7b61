/**
 * A map that remembers the newest entries and forgets the oldest, in two generations: deleting the
 * oldest key of a large `Map` one by one is slow, for it looks past all that was deleted before.
 */
export class RecentMap<Key, Value> {
  readonly #capacity: number;
  #newer = new Map<Key, Value>();
  #older = new Map<Key, Value>();

  /** @param capacity as many entries are remembered at least, and twice as many at most */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: Key): Value | undefined {
    return this.#newer.get(key) ?? this.#older.get(key);
  }

  set(key: Key, value: Value): void {
    if (this.#newer.size === this.#capacity) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(key, value);
  }

  delete(key: Key): void {
    this.#newer.delete(key);
    this.#older.delete(key);
  }
}
