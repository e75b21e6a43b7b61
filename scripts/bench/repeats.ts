/** Rows of a raw table together that are repeats of one measurement. */
import type { Measured } from "./catalog.ts";
import type { Row } from "./csv.ts";

export interface Repeats {
  /** The values of the keys, in the order of the catalog. */
  readonly place: readonly string[];
  readonly rows: readonly Row[];
}

/** By the keys in one text, in the order in which they were first measured. */
export function repeatsOf(rows: readonly Row[], { keys }: Measured): Map<string, Repeats> {
  const groups = Map.groupBy(rows, (row) => keys.map((key) => String(row[key])).join(", "));
  return new Map(
    [...groups].map(([name, own]) => {
      return [name, { place: keys.map((key) => String(own[0]?.[key])), rows: own }] as const;
    }),
  );
}

/** The values of a column; a cell that is empty was not measured. */
export function valuesOf({ rows }: Repeats, column: string): number[] {
  return rows.map((row) => row[column]).filter((cell) => typeof cell === "number");
}
