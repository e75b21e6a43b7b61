import { expect, test } from "bun:test";
import { percentilesOf } from "./latency.ts";

test("latency: percentiles are in milliseconds, to a thousandth of their size", () => {
  const latenciesMs = Array.from({ length: 10_000 }, (_, index) => (index + 1) / 100);
  const { p50, p90, p99, p999, max } = percentilesOf(latenciesMs);
  for (const [measured, exact] of [
    [p50, 50],
    [p90, 90],
    [p99, 99],
    [p999, 99.9],
    [max, 100],
  ] as const) {
    expect(Math.abs(measured - exact) / exact).toBeLessThan(0.002);
  }
});

test("latency: nothing recorded gives zeros, not the histogram's own sentinels", () => {
  expect(percentilesOf([])).toEqual({ p50: 0, p90: 0, p99: 0, p999: 0, max: 0 });
});
