/** What each system says of its own raw tables. */
import type { Row } from "./csv.ts";
import type { ResultFolder } from "./result-folder.ts";
import type { Target } from "./targets.ts";

export interface Graph {
  /** Of its file, without the ending. */
  readonly name: string;
  /** The raw table that it shows. */
  readonly from: string;
  /** A document of its own. */
  readonly svg: string;
}

export interface Derivation {
  /** Undefined where the benchmark writes `targets.csv` itself, or nothing was asked for. */
  readonly targets?: (folder: ResultFolder) => Target[];
  readonly graphs: (folder: ResultFolder) => Graph[];
}

/** A graph of one table, or none where the table is not there. */
export function graphsOf<Kind extends Row>(
  folder: ResultFolder,
  from: string,
  draw: (rows: readonly Kind[]) => Readonly<Record<string, string>>,
): Graph[] {
  const rows = folder.rows<Kind>(from);
  if (rows.length === 0) return [];
  return Object.entries(draw(rows)).map(([name, svg]) => ({ name, from, svg }));
}
