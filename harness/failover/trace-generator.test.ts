import { expect, test } from "bun:test";
import { seededRandom } from "../../nodes/host/random.ts";
import { generateTrace, keyNamed, type TraceShape } from "./trace-generator.ts";

const shape: TraceShape = { operations: 10_000, keys: 200, mix: "mixed", spread: "uniform" };
const traceOf = (change: Partial<TraceShape>, seed = 7) =>
  generateTrace(seededRandom(seed, "trace"), { ...shape, ...change });

/** How many operations have one of the first `count` keys. */
function onFirst(count: number, change: Partial<TraceShape>): number {
  const first = new Set(Array.from({ length: count }, (_, index) => keyNamed(index)));
  return traceOf(change).filter((operation) => "key" in operation && first.has(operation.key))
    .length;
}

test("the same seed gives the same trace, another one another", () => {
  expect(traceOf({})).toEqual(traceOf({}));
  expect(traceOf({})).not.toEqual(traceOf({}, 8));
});

test("uniform: every tenth of the keys takes about a tenth of the operations", () => {
  expect(onFirst(20, {})).toBeGreaterThan(900);
  expect(onFirst(20, {})).toBeLessThan(1_100);
});

test("hot: a tenth of the keys takes about 90 % of the operations", () => {
  expect(onFirst(20, { spread: "hot" })).toBeGreaterThan(8_900);
  expect(onFirst(20, { spread: "hot" })).toBeLessThan(9_100);
});

test("hot: a single key is no reason to fail, and the others are reached too", () => {
  expect(traceOf({ spread: "hot", keys: 1, operations: 10 })).toHaveLength(10);
  expect(onFirst(1, { spread: "hot", keys: 2 })).toBeLessThan(10_000);
});

test.each([
  ["get", 10_000],
  ["put", 0],
] as const)("all %s: %p gets", (mix, gets) => {
  expect(traceOf({ mix }).filter(({ f }) => f === "get")).toHaveLength(gets);
});

test("mixed: about half are gets, and every put has a value of its own", () => {
  const trace = traceOf({});
  const values = trace.flatMap((operation) => (operation.f === "put" ? operation.value : []));
  expect(values.length).toBeGreaterThan(4_800);
  expect(values.length).toBeLessThan(5_200);
  expect(new Set(values).size).toBe(values.length);
});
