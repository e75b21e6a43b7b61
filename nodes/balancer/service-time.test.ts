import { expect, test } from "bun:test";
import { seededRandom } from "../host/random.ts";
import { distributions, drawServiceTime } from "./service-time.ts";

test("every distribution has the mean that is asked for, and no negative draw", () => {
  for (const name of distributions) {
    const random = seededRandom(7, name);
    const draws = Array.from({ length: 200_000 }, () => drawServiceTime(20, name, random));
    const mean = draws.reduce((sum, each) => sum + each, 0) / draws.length;
    expect(Math.abs(mean - 20), name).toBeLessThan(0.5);
    expect(Math.min(...draws.slice(0, 1_000)), name).toBeGreaterThanOrEqual(0);
  }
});

test("a Pareto draw is heavy-tailed, but bounded", () => {
  const random = seededRandom(7, "tail");
  const draws = Array.from({ length: 100_000 }, () => drawServiceTime(1, "pareto", random));
  const sorted = draws.sort((one, other) => one - other);
  const [half = 0, rare = 0] = [sorted[50_000], sorted[99_900]];
  expect(rare / half).toBeGreaterThan(20);
  expect(sorted.at(-1)).toBeLessThan(100);
});

test("a distribution that does not exist is refused, and none means constant", () => {
  const random = seededRandom(1, "any");
  expect(drawServiceTime(3, "", random)).toBe(3);
  expect(() => drawServiceTime(3, "gauss", random)).toThrow(/constant, exponential, pareto/);
});
