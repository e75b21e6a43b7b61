/** All that was measured of a system, with what its repeats say together. */
import { catalog, type Figure } from "./catalog.ts";
import type { Row } from "./csv.ts";
import { markdownTable } from "./markdown.ts";
import { repeatsOf, valuesOf } from "./repeats.ts";
import type { ResultFolder } from "./result-folder.ts";
import { noiseOf, noisyShare, spread, summarize } from "./statistics.ts";

export interface StatisticsRow extends Row {
  readonly result: string;
  /** The values of the keys, with commas between them. */
  readonly measurement: string;
  readonly figure: string;
  readonly unit: string;
  readonly runs: number;
  readonly mean: number;
  readonly sd: number;
  /** Half the width of the interval. */
  readonly ci95: number;
  readonly ci95_percent: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly noise: string;
}

/** @returns a row a measurement and figure; none where nothing of a system was measured */
export function statisticsRows(system: string, folder: ResultFolder): StatisticsRow[] {
  return (catalog.get(system) ?? []).flatMap((measured) => {
    const { result, figures } = measured;
    return [...repeatsOf(folder.rows(result), measured)].flatMap(([measurement, repeats]) =>
      figures.flatMap((figure) => {
        const values = valuesOf(repeats, figure.column);
        return values.length === 0 ? [] : [rowOf(result, measurement, figure, values)];
      }),
    );
  });
}

function rowOf(result: string, measurement: string, figure: Figure, values: readonly number[]) {
  const summary = summarize(values);
  const rounded = (value: number) => Number(value.toPrecision(4));
  return {
    result,
    measurement,
    figure: figure.column,
    unit: figure.unit,
    runs: summary.count,
    mean: rounded(summary.mean),
    sd: rounded(summary.sd),
    ci95: rounded(summary.ci95),
    ci95_percent: rounded(100 * spread(summary)),
    min: rounded(summary.min),
    median: rounded(summary.median),
    max: rounded(summary.max),
    noise: noiseOf(summary),
  };
}

/** A page with a table of each result whose measurements were repeated. */
export function statisticsPage(rows: readonly StatisticsRow[]): string {
  const repeated = rows.filter(({ runs }) => runs > 1);
  const tables = [...Map.groupBy(repeated, ({ result }) => result)].map(
    ([result, own]) => `\`${result}.csv\`:\n\n${table(own)}`,
  );
  const once = rows.filter(({ runs }) => runs === 1);
  const results = [...new Set(once.map(({ result }) => `\`${result}.csv\``))].join(", ");
  return [
    "Over the repeats of each measurement: the mean, half the width of its 95 % confidence",
    "interval (Student's t), the standard deviation. *Noisy* is a figure whose interval is wider",
    `than ± ${100 * noisyShare} % of the mean. Percentiles of latencies are within each run; of`,
    "the runs the tables give the least, the median and the largest.",
    ...(once.length === 0
      ? []
      : ["", `**One run**, of which no spread is known: ${once.length} figures of ${results}.`]),
    ...tables.map((text) => `\n${text}`),
    "",
  ].join("\n");
}

function table(rows: readonly StatisticsRow[]): string {
  const number = (value: number) => value.toLocaleString("en-GB", { maximumSignificantDigits: 4 });
  return markdownTable({
    head: ["measurement", "figure", "runs", "mean", "± 95 %", "sd", "least", "median", "most", ""],
    rows: rows.map((row) => [
      row.measurement,
      row.figure,
      `${row.runs}`,
      ...[row.mean, row.ci95, row.sd, row.min, row.median, row.max].map(number),
      row.noise,
    ]),
  });
}
