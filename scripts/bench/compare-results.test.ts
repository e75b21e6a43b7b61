import { expect, test } from "bun:test";
import type { Measured } from "./catalog.ts";
import { differences, differencesPage } from "./compare-results.ts";

const measured: Measured = {
  result: "throughput",
  keys: ["replicas"],
  figures: [
    { column: "per_second", unit: "a second", better: "more" },
    { column: "p99_ms", unit: "ms", better: "less" },
  ],
};

const runs = (replicas: number, rates: readonly number[], latencies: readonly number[]) =>
  rates.map((per_second, index) => ({ replicas, per_second, p99_ms: latencies[index] ?? 0 }));

test("what differs in every run is real, and better or worse by its figure", () => {
  const theirs = runs(3, [100, 102, 98, 101, 99], [5, 5.1, 4.9, 5, 5.2]);
  const ours = runs(3, [120, 122, 118, 121, 119], [7, 7.1, 6.9, 7, 7.2]);
  const [rate, latency] = differences(theirs, ours, measured);
  expect(rate).toMatchObject({ verdict: "better", ratio: 1.2 });
  expect(latency?.verdict).toBe("worse");
  expect(rate?.p).toBeCloseTo(2 / 252);
  expect(differencesPage([...differences(theirs, ours, measured)])).toContain(
    "2 of 2 differences are real (1 worse)",
  );
});

test("what overlaps, or was run too rarely, cannot be told", () => {
  const theirs = runs(3, [100, 140, 90, 120], [5, 9, 4, 6]);
  const ours = runs(3, [110, 130, 95, 125], [5, 8, 4, 7]);
  for (const { verdict } of differences(theirs, ours, measured)) {
    expect(verdict).toBe("cannot be told");
  }
  const [few] = differences(runs(3, [1, 2, 3], []), runs(3, [91, 92, 93], []), measured);
  expect(few).toMatchObject({ verdict: "cannot be told", p: 0.1 });
  const [one] = differences(runs(3, [1], []), runs(3, [100], []), measured);
  expect(one).toMatchObject({ verdict: "cannot be told", p: 1 });
});

test("only measurements that both have are compared", () => {
  expect(differences(runs(3, [1], [1]), runs(5, [1], [1]), measured)).toEqual([]);
});
