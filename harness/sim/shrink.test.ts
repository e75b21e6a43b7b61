import { expect, test } from "bun:test";
import fc from "fast-check";
import type { Plan } from "./plan.ts";
import { formatNumbers, parseNumbers, replayFlags, shrink } from "./shrink.ts";

/** Eight faults and twenty operations of two clients in turn. */
const plan: Plan = {
  operations: Array.from({ length: 20 }, (_, index) => {
    return { client: `c${1 + (index % 2)}`, f: "write", key: `${index}`, value: null, at: 0 };
  }),
  faults: Array.from({ length: 8 }, (_, at) => ({ kind: "kill", at, forMs: 1, node: "r1" })),
};
const keys = (tried: Plan) => tried.operations.map(({ key }) => key);
const times = (tried: Plan) => tried.faults.map((fault) => ("at" in fault ? fault.at : -1));

test("what a failure does not need is cut off, and what it needs stays in order", () => {
  const needed = (tried: Plan) =>
    ["3", "11", "17"].every((key) => keys(tried).includes(key)) && times(tried).includes(5);
  const shrunk = shrink(plan, (tried) => (needed(tried) ? "lost" : undefined));
  expect(keys(shrunk.plan)).toEqual(["3", "11", "17"]);
  expect(times(shrunk.plan)).toEqual([5]);
  expect(shrunk.selection).toEqual({ operations: [3, 11, 17], faults: [5] });
  expect(shrunk.runs).toBeLessThan(100);
  expect(replayFlags(9, shrunk.selection)).toBe(
    "--seed 9 --keep-operations 3,11,17 --keep-faults 5",
  );
});

test("a plan that fails in another check is not the same failure", () => {
  const failure = (tried: Plan) => (tried.operations.length > 4 ? "lost" : "other");
  expect(shrink(plan, failure).plan.operations.length).toBe(5);
});

test("a failure that needs nothing is shrunk to nothing, one that needs all stays", () => {
  expect(shrink(plan, () => "always").plan).toEqual({ operations: [], faults: [] });
  const all = (tried: Plan) =>
    tried.operations.length === 20 && tried.faults.length === 8 ? "all" : undefined;
  expect(shrink(plan, all).plan).toEqual(plan);
});

test("shrinking stops at its bound with the smallest plan so far, which fails", () => {
  const fails = (tried: Plan) => (keys(tried).includes("19") ? "lost" : undefined);
  const shrunk = shrink(plan, fails, 5);
  expect(shrunk.runs).toBe(5);
  expect(shrunk.plan.operations.length).toBeLessThan(20);
  expect(fails(shrunk.plan)).toBe("lost");
});

test("a list of numbers comes back from its text", () => {
  expect(formatNumbers([0, 4, 5, 6, 8])).toBe("0,4-6,8");
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(200)), (numbers) => {
      const sorted = [...numbers].sort((one, other) => one - other);
      expect(parseNumbers(formatNumbers(sorted))).toEqual(sorted);
    }),
  );
  for (const text of ["", "a", "3-1", "1,,2", "-1", "1234567"])
    expect(() => parseNumbers(text)).toThrow(RangeError);
});
