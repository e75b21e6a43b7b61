import { expect, test } from "bun:test";
import { seededRandom } from "../host/random.ts";
import { drawArrivals } from "./arrivals.ts";

const plan = {
  ratePerSecond: 500,
  durationMs: 20_000,
  meanSize: 40_000,
  distribution: "exponential",
};

test("arrivals come at the rate that is asked for, in order, with the mean size", () => {
  const arrivals = drawArrivals(seededRandom(3, "arrivals"), plan);
  // A Poisson count of 10,000 has a standard deviation of 100.
  expect(Math.abs(arrivals.length - 10_000)).toBeLessThan(500);
  const gaps = arrivals.map(({ dueMs }, index) => dueMs - (arrivals[index - 1]?.dueMs ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
  expect(arrivals.at(-1)?.dueMs).toBeLessThan(plan.durationMs);
  const mean = arrivals.reduce((sum, { size }) => sum + size, 0) / arrivals.length;
  expect(Math.abs(mean / plan.meanSize - 1)).toBeLessThan(0.05);
});

test("the same seed gives the same arrivals, another seed others", () => {
  const draw = (seed: number) => drawArrivals(seededRandom(seed, "arrivals"), plan);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1).slice(0, 10)).not.toEqual(draw(2).slice(0, 10));
});
