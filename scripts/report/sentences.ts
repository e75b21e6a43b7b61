/** Words for figures, so that all observations say the same thing in the same way. */
import type { Row } from "../bench/csv.ts";
import { summarize } from "../bench/statistics.ts";

/** At most three significant digits, thousands apart. */
export function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-GB");
  return value.toLocaleString("en-GB", { maximumSignificantDigits: 3 });
}

/** `2.5 times`; below two with the second digit. */
export function times(ratio: number): string {
  const digits = ratio >= 10 ? 0 : ratio >= 2 ? 1 : 2;
  return `${ratio.toFixed(digits)} times`;
}

/** `1 run`, `2 runs`. */
export function counted(number: number, noun: string): string {
  return `${figure(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** The median of a column; undefined where there are no rows. */
export function medianOf<Kind extends Row>(
  rows: readonly Kind[],
  column: keyof Kind & string,
): number | undefined {
  const values = rows.map((row) => row[column]).filter((cell) => typeof cell === "number");
  return values.length === 0 ? undefined : summarize(values).median;
}

/** Medians of a column by another, ascending. */
export function mediansBy<Kind extends Row>(
  rows: readonly Kind[],
  by: keyof Kind & string,
  column: keyof Kind & string,
): [x: number, median: number][] {
  return [...Map.groupBy(rows, (row) => Number(row[by]))]
    .map(([x, own]): [number, number] => [x, medianOf(own, column) ?? Number.NaN])
    .toSorted(([one], [other]) => one - other);
}

/** Less than this share more for the next step is no growth. */
const growthShare = 0.1;

/**
 * Where a curve stops to grow, as the end of a sentence: `grows up to 8 clients (4,000 a second)
 * and no further`.
 */
export function growth(
  points: readonly (readonly [number, number])[],
  what: string,
  unit: string,
): string {
  const [first, ...others] = points;
  if (first === undefined) return "was not measured";
  let [at, most] = first;
  for (const [x, value] of others) {
    if (value < most * (1 + growthShare)) {
      const later = value < most * (1 - growthShare) ? "and falls from there" : "and no further";
      return at === first[0]
        ? `is largest with ${at} ${what} already (${figure(most)} ${unit}) ${later}`
        : `grows up to ${at} ${what} (${figure(most)} ${unit}) ${later}`;
    }
    [at, most] = [x, value];
  }
  return `still grows at ${at} ${what}, the most that was tried (${figure(most)} ${unit})`;
}

/** The rows with the least and the most of a column; undefined without rows. */
export function extremes<Kind extends Row>(rows: readonly Kind[], column: keyof Kind & string) {
  const sorted = rows.toSorted((one, other) => Number(one[column]) - Number(other[column]));
  const [least, most] = [sorted[0], sorted.at(-1)];
  return least === undefined || most === undefined ? undefined : { least, most };
}
