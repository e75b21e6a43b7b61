import { expect, test } from "bun:test";
import type { Random } from "./host.ts";
import { seededRandom, systemRandom } from "./random.ts";
import { testHost } from "./test-support.ts";

const draws = (random: Random, count = 20) => Array.from({ length: count }, random.number);

test("a seed and a name give the same numbers again, another of either gives others", () => {
  const sequence = draws(seededRandom(7, "r1"));
  expect(draws(seededRandom(7, "r1"))).toEqual(sequence);
  const others: [number, string][] = [
    [8, "r1"],
    [7, "r2"],
    [7 + 2 ** 32, "r1"],
    [Number.MAX_SAFE_INTEGER, "r1"],
    [0, "r1"],
  ];
  for (const [seed, name] of others) expect(draws(seededRandom(seed, name))).not.toEqual(sequence);
});

test("the sequence of a seed stays what it is, so that old runs can be repeated", () => {
  const random = seededRandom(42, "r1");
  expect([random.integer(1_000_000), random.integer(1_000_000)]).toEqual([696_744, 694_576]);
  expect(random.uuid()).toBe("5da3db42-07cc-49d4-a593-87635198aac3");
});

for (const [name, random] of [
  ["seeded", seededRandom(1, "r1")],
  ["system", systemRandom()],
] as const) {
  test(`${name}: numbers are evenly spread from 0 up to and without 1`, () => {
    const bins = new Array<number>(20).fill(0);
    const count = 100_000;
    for (let draw = 0; draw < count; draw++) {
      const bin = Math.floor(random.number() * bins.length);
      bins[bin] = (bins[bin] as number) + 1;
    }
    expect(bins).toHaveLength(20);
    // Chi-squared with 19 degrees of freedom: above 65 once in a million runs.
    const wanted = count / bins.length;
    const chi = bins.reduce((sum, found) => sum + (found - wanted) ** 2 / wanted, 0);
    expect(chi).toBeLessThan(65);
  });

  test(`${name}: integers cover their whole range and nothing else`, () => {
    const found = new Set(Array.from({ length: 1_000 }, () => random.integer(6)));
    expect([...found].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(random.integer(1)).toBe(0);
    for (const bound of [0, -1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => random.integer(bound)).toThrow(RangeError);
    }
  });

  test(`${name}: shuffles and samples keep each item once and leave the list alone`, () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = random.shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.toSorted((one, other) => one - other)).toEqual(items);
    expect(items[0]).toBe(0);
    expect(new Set(random.sample(items, 20)).size).toBe(20);
    expect(random.sample(items, 0)).toEqual([]);
    expect(() => random.sample(items, 51)).toThrow(RangeError);
    expect(() => random.pick([])).toThrow("empty");
  });

  test(`${name}: every order of a shuffle is about as likely`, () => {
    const orders = new Map<string, number>();
    const count = 12_000;
    for (let draw = 0; draw < count; draw++) {
      const order = random.shuffle(["a", "b", "c"]).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    const wanted = count / 6;
    const counts = [...orders.values()];
    const chi = counts.reduce((sum, found) => sum + (found - wanted) ** 2 / wanted, 0);
    // Chi-squared with 5 degrees of freedom: above 37 once in a million runs.
    expect(orders.size).toBe(6);
    expect(chi).toBeLessThan(37);
  });

  test(`${name}: uuids are of version 4, variant 10, and differ`, () => {
    const uuids = Array.from({ length: 1_000 }, random.uuid);
    for (const uuid of uuids) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(new Set(uuids).size).toBe(uuids.length);
  });
}

test("a secret has 256 bits as digits, and differs from all others", () => {
  const secrets = Array.from({ length: 1_000 }, () => systemRandom().secret());
  for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(secrets).size).toBe(secrets.length);
});

test("a real host with a seed repeats its numbers, and never its secrets", () => {
  using one = testHost({ seed: 7 });
  using other = testHost({ seed: 7 });
  expect(one.random.number()).toBe(other.random.number());
  expect(one.random.secret()).not.toBe(other.random.secret());
  expect(seededRandom(7, "r1").secret()).toBe(seededRandom(7, "r1").secret());
});
