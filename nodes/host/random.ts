/** Randomness: seeded, so that a run can be repeated, or from the operating system. */
import type { Random } from "./host.ts";

/** Draws a whole number of 32 bits, at least 0. */
type Draw = () => number;

/** The same seed and name give the same numbers; another name gives an unrelated sequence. */
export function seededRandom(seed: number, name: string): Random {
  return randomFrom(smallFastCounter(seed, name));
}

export function systemRandom(): Random {
  const pool = new Uint32Array(256);
  let next = pool.length;
  return randomFrom(() => {
    if (next === pool.length) {
      crypto.getRandomValues(pool);
      next = 0;
    }
    return pool[next++] as number;
  });
}

/** sfc32 of Chris Doty-Humphrey's PractRand: 128 bits of state, passes its own and other tests. */
function smallFastCounter(seed: number, name: string): Draw {
  let a = Number(Bun.hash.xxHash32(name, seed >>> 0));
  let b = Number(Bun.hash.xxHash32(name, Math.floor(seed / 2 ** 32) >>> 0));
  let c = seed >>> 0;
  let counter = 1;
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) draw();
  return draw;
}

function randomFrom(draw: Draw): Random {
  const number = () => (draw() * 2 ** 21 + (draw() >>> 11)) / 2 ** 53;
  const integer = (bound: number) => {
    if (!Number.isSafeInteger(bound) || bound < 1)
      throw new RangeError(`no integer below ${bound}`);
    return Math.floor(number() * bound);
  };
  const shuffle = <Item>(items: readonly Item[]): Item[] => {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = integer(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item];
    }
    return shuffled;
  };
  return {
    number,
    integer,
    shuffle,
    pick: <Item>(items: readonly Item[]): Item => {
      if (items.length === 0) throw new Error("pick from an empty list");
      return items[integer(items.length)] as Item;
    },
    sample: (items, count) => {
      if (count > items.length) throw new RangeError(`no ${count} of ${items.length} items`);
      return shuffle(items).slice(0, count);
    },
    uuid: () => uuidFrom(draw),
    secret: () => Array.from({ length: 8 }, () => hexOf(draw())).join(""),
  };
}

const hexOf = (word: number) => word.toString(16).padStart(8, "0");

/** A version 4 UUID (RFC 9562, section 5.4). */
function uuidFrom(draw: Draw): string {
  const words = [draw(), draw(), draw(), draw()];
  words[1] = (((words[1] as number) & 0xffff0fff) | 0x4000) >>> 0;
  words[2] = (((words[2] as number) & 0x3fffffff) | 0x80000000) >>> 0;
  const hex = words.map(hexOf).join("");
  const cut = (from: number, to: number) => hex.slice(from, to);
  return [cut(0, 8), cut(8, 12), cut(12, 16), cut(16, 20), cut(20, 32)].join("-");
}
