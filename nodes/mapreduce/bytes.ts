/** Keys as bytes: their order, which is that of `LC_ALL=C`, and their hash. */

/** Negative, 0 or positive, as the first comes before, equals or comes after the second. */
export function compareBytes(
  one: Uint8Array,
  oneStart: number,
  oneEnd: number,
  other: Uint8Array,
  otherStart: number,
  otherEnd: number,
): number {
  const common = Math.min(oneEnd - oneStart, otherEnd - otherStart);
  for (let index = 0; index < common; index++) {
    const difference = (one[oneStart + index] ?? 0) - (other[otherStart + index] ?? 0);
    if (difference !== 0) return difference;
  }
  return oneEnd - oneStart - (otherEnd - otherStart);
}

/** FNV-1a, 32 bits, unsigned, its high bits mixed into the low ones, which a remainder looks at. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) {
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A number has 53 bits: 32 for four bytes of a key, 21 for its place. */
const sortableKeys = 1 << 21;

/** So few keys are compared one by one. */
const fewKeys = 16;

/**
 * The places of keys in the order of the keys; equal keys stay in the order of their places.
 * Sorts numbers made of four bytes and the place, which the runtime does without calling back;
 * keys that agree there are sorted by their next four bytes.
 * @param starts where in `arena` each key begins
 * @param count at most `sortableKeys`
 */
export function sortKeys(
  arena: Uint8Array,
  starts: Uint32Array,
  lengths: Uint32Array,
  count: number,
): Uint32Array {
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place++) order[place] = place;
  new KeySort(arena, starts, lengths).sort(order, 0);
  return order;
}

class KeySort {
  readonly #arena: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #lengths: Uint32Array;

  constructor(arena: Uint8Array, starts: Uint32Array, lengths: Uint32Array) {
    this.#arena = arena;
    this.#starts = starts;
    this.#lengths = lengths;
  }

  /** @param order places, in their own order, of keys whose first `depth` bytes are the same */
  sort(order: Uint32Array, depth: number): void {
    const packed = new Float64Array(order.length);
    for (let index = 0; index < order.length; index++) {
      const place = order[index] as number;
      packed[index] = this.#bytesAt(place, depth) * sortableKeys + place;
    }
    packed.sort();
    const prefixAt = (index: number) => Math.floor((packed[index] as number) / sortableKeys);
    for (let index = 0; index < order.length; index++) {
      order[index] = (packed[index] as number) % sortableKeys;
    }
    for (let from = 0; from < order.length; ) {
      let to = from + 1;
      while (to < order.length && prefixAt(to) === prefixAt(from)) to++;
      if (to - from > 1) this.#sortAlike(order.subarray(from, to), depth + 4);
      from = to;
    }
  }

  #sortAlike(order: Uint32Array, depth: number): void {
    const goOn = order.length > fewKeys && order.some((place) => this.#lengthOf(place) > depth);
    if (goOn) this.sort(order, depth);
    else if (order.length > fewKeys) order.sort((one, other) => this.#compare(one, other));
    else this.#insert(order);
  }

  /** Insertion sort. */
  #insert(order: Uint32Array): void {
    for (let next = 1; next < order.length; next++) {
      const place = order[next] as number;
      let at = next;
      for (; at > 0 && this.#compare(order[at - 1] as number, place) > 0; at--) {
        order[at] = order[at - 1] as number;
      }
      order[at] = place;
    }
  }

  #lengthOf(place: number): number {
    return this.#lengths[place] as number;
  }

  /** Four bytes of a key as one number; zeros beyond its end. */
  #bytesAt(place: number, depth: number): number {
    const start = this.#starts[place] as number;
    const length = this.#lengthOf(place);
    let bytes = 0;
    for (let index = depth; index < depth + 4; index++) {
      bytes = bytes * 256 + (index < length ? (this.#arena[start + index] as number) : 0);
    }
    return bytes;
  }

  #compare(one: number, other: number): number {
    const [oneStart, otherStart] = [this.#starts[one] as number, this.#starts[other] as number];
    const oneEnd = oneStart + this.#lengthOf(one);
    const otherEnd = otherStart + this.#lengthOf(other);
    const arena = this.#arena;
    return compareBytes(arena, oneStart, oneEnd, arena, otherStart, otherEnd) || one - other;
  }
}
