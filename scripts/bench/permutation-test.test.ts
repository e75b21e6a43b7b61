import { expect, test } from "bun:test";
import { permutationTest } from "./permutation-test.ts";

test("two groups that do not overlap are as far apart as two of all splits", () => {
  expect(permutationTest([1, 2, 3], [7, 8, 9])).toBeCloseTo(2 / 20);
  expect(permutationTest([1, 2, 3, 4, 5], [11, 12, 13, 14, 15.1])).toBeCloseTo(2 / 252);
});

test("values that do not differ give no reason to doubt", () => {
  expect(permutationTest([5, 5, 5], [5, 5, 5])).toBe(1);
  expect(permutationTest([0.1, 0.2, 0.3], [0.3, 0.1, 0.2])).toBe(1);
});

test("groups of different sizes are split as they were", () => {
  // Of the six splits into two and two only this one and its mirror are so far apart.
  expect(permutationTest([1, 2], [3, 4])).toBeCloseTo(2 / 6);
  expect(permutationTest([9], [1, 2, 3])).toBeCloseTo(1 / 4);
});

test("sides of more than eight values are cut, none is refused", () => {
  const many = Array.from({ length: 30 }, (_, index) => index);
  expect(permutationTest(many, many)).toBe(1);
  expect(() => permutationTest([], [1])).toThrow("nothing to compare");
});
