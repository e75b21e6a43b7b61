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

/** A number has 53 bits: 32 of the key's beginning, 21 of its place. */
export const sortableKeys = 1 << 21;

/**
 * The places of keys in the order of the keys; equal keys stay in the order of their places.
 * Sorts numbers made of the first four bytes and the place, which the runtime does without calling
 * back, and then compares only where those four bytes are equal.
 * @param starts where in `arena` each key begins
 * @param count at most `sortableKeys`
 */
export function sortKeys(
  arena: Uint8Array,
  starts: Uint32Array,
  lengths: Uint32Array,
  count: number,
): Uint32Array {
  const packed = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    const start = starts[place] ?? 0;
    const length = lengths[place] ?? 0;
    let prefix = 0;
    for (let index = 0; index < 4; index++) {
      prefix = prefix * 256 + (index < length ? (arena[start + index] ?? 0) : 0);
    }
    packed[place] = prefix * sortableKeys + place;
  }
  packed.sort();
  const order = Uint32Array.from(packed, (value) => value % sortableKeys);
  const compare = (one: number, other: number) => {
    const [oneStart, otherStart] = [starts[one] ?? 0, starts[other] ?? 0];
    const oneEnd = oneStart + (lengths[one] ?? 0);
    const otherEnd = otherStart + (lengths[other] ?? 0);
    return compareBytes(arena, oneStart, oneEnd, arena, otherStart, otherEnd) || one - other;
  };
  const prefixAt = (index: number) => Math.floor((packed[index] ?? 0) / sortableKeys);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && prefixAt(to) === prefixAt(from)) to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}
