/** Two runs of one benchmark, row by row: which differences are real. */
import type { Figure, Measured } from "./catalog.ts";
import type { Row } from "./csv.ts";
import { markdownTable } from "./markdown.ts";
import { permutationTest } from "./permutation-test.ts";
import { repeatsOf, valuesOf } from "./repeats.ts";
import { summarize } from "./statistics.ts";

export interface Difference {
  readonly measurement: string;
  readonly figure: Figure;
  readonly theirMean: number;
  readonly ourMean: number;
  /** Ours by theirs. */
  readonly ratio: number;
  /** How often chance alone would do as much; 1 where a side has one run. */
  readonly p: number;
  readonly verdict: "better" | "worse" | "cannot be told";
}

/** Below this a difference counts as real. */
export const significance = 0.05;

/** Of the measurements that both tables hold. */
export function differences(
  theirs: readonly Row[],
  ours: readonly Row[],
  measured: Measured,
): Difference[] {
  const others = repeatsOf(theirs, measured);
  return [...repeatsOf(ours, measured)].flatMap(([measurement, own]) => {
    const other = others.get(measurement);
    if (other === undefined) return [];
    return measured.figures.flatMap((figure) => {
      const [left, right] = [valuesOf(other, figure.column), valuesOf(own, figure.column)];
      return left.length === 0 || right.length === 0
        ? []
        : [difference(measurement, figure, left, right)];
    });
  });
}

function difference(
  measurement: string,
  figure: Figure,
  theirs: readonly number[],
  ours: readonly number[],
): Difference {
  const [theirMean, ourMean] = [summarize(theirs).mean, summarize(ours).mean];
  const p = Math.min(theirs.length, ours.length) < 2 ? 1 : permutationTest(theirs, ours);
  const isMore = ourMean > theirMean;
  const direction = isMore === (figure.better === "more") ? "better" : "worse";
  const verdict = p < significance ? direction : "cannot be told";
  return { measurement, figure, theirMean, ourMean, ratio: ourMean / theirMean, p, verdict };
}

export function differencesPage(all: readonly Difference[]): string {
  const number = (value: number) => value.toLocaleString("en-GB", { maximumSignificantDigits: 4 });
  const table = markdownTable({
    head: ["measurement", "figure", "theirs", "ours", "ours / theirs", "p", "difference"],
    rows: all.map((each) => [
      each.measurement,
      each.figure.column,
      number(each.theirMean),
      number(each.ourMean),
      each.ratio.toFixed(2),
      each.p.toFixed(3),
      each.verdict,
    ]),
  });
  const real = all.filter(({ verdict }) => verdict !== "cannot be told");
  const worse = real.filter(({ verdict }) => verdict === "worse");
  return [
    table,
    "",
    `${real.length} of ${all.length} differences are real (${worse.length} worse), by the exact`,
    `permutation test of the means, p < ${significance}, two-sided. It needs four runs on each`,
    `side to say so at all. Of ${all.length} rows chance alone would show up to`,
    `${Math.ceil(significance * all.length)} as real.`,
    "",
  ].join("\n");
}
