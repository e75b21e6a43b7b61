import { expect, test } from "bun:test";
import { above, atLeast, atMost, below, isReached, targetRows, targetTable } from "./targets.ts";

test("a target is reached at its bound or beyond, as its sign says", () => {
  const judge = (value: number) =>
    [atLeast, atMost, below, above].map((kind) => isReached(kind("rate", 5, value)));
  expect(judge(4)).toEqual([false, true, true, false]);
  expect(judge(5)).toEqual([true, true, false, false]);
  expect(judge(6)).toEqual([true, false, false, true]);
});

test("what was not measured is neither reached nor missed", () => {
  const rows = targetRows([atLeast("rate", 5, undefined), atMost("time, s", 2, 3, "two runs")]);
  expect(rows.map(({ reached }) => reached)).toEqual(["not measured", "no"]);
  const table = targetTable(rows);
  expect(table).toMatch(/\| rate +\| ≥ 5 +\| +\| not measured \|/);
  expect(table).toMatch(/\| time, s \| ≤ 2 +\| +3 \| MISSED +\| two runs \|/);
});
