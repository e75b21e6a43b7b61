import { expect, test } from "bun:test";
import { toCsv } from "./csv.ts";
import { ResultFolder } from "./result-folder.ts";
import { statisticsPage, statisticsRows } from "./statistics-table.ts";

const peer = (name: string, seconds: number) => ({
  ...{ peer: name, seconds },
  megabytes_per_second: 100 / seconds,
});

const folder = new ResultFolder(new Map(), new Map()).with(
  new Map([
    ["peers", toCsv([], [peer("mawk", 2), peer("mawk", 4), peer("mawk", 6), peer("sort", 5)])],
  ]),
);

test("repeats of a measurement become its mean, spread and percentiles", () => {
  const [row] = statisticsRows("mapreduce", folder);
  expect(row).toMatchObject({ measurement: "mawk", figure: "seconds", unit: "s", runs: 3 });
  expect(row).toMatchObject({ mean: 4, sd: 2, ci95: 4.969, min: 2, median: 4, max: 6 });
  expect(row).toMatchObject({ ci95_percent: 124.2, noise: "noisy" });
});

test("one run has no spread, and says so; it stands in no table", () => {
  const rows = statisticsRows("mapreduce", folder);
  const once = rows.filter(({ measurement }) => measurement === "sort");
  expect(once.map(({ noise }) => noise)).toEqual(["one run", "one run"]);
  const page = statisticsPage(rows);
  expect(page).toContain("**One run**, of which no spread is known: 2 figures of `peers.csv`.");
  expect(page).not.toMatch(/\| sort/);
});
