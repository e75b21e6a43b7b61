import { expect, test } from "bun:test";
import { summarize } from "./statistics.ts";

test("statistics: a summary is that of the textbook, with Student's t for few values", () => {
  const summary = summarize([4, 2, 9]);
  expect(summary).toMatchObject({ count: 3, median: 4, mean: 5, min: 2, max: 9 });
  expect(summary.sd).toBeCloseTo(Math.sqrt(13), 9);
  expect(summary.ci95).toBeCloseTo((4.303 * Math.sqrt(13)) / Math.sqrt(3), 9);
});

test("statistics: many values take the normal distribution's interval", () => {
  const values = Array.from({ length: 100 }, (_, index) => index % 2);
  const { sd, ci95 } = summarize(values);
  expect(ci95).toBeCloseTo(1.96 * (sd / 10), 9);
});

test("statistics: one value has no spread, and none is an error", () => {
  expect(summarize([7])).toMatchObject({ median: 7, sd: 0, ci95: 0 });
  expect(() => summarize([])).toThrow("nothing was measured");
});
