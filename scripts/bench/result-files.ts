/** A result as a pair of files: the raw rows, and a page with the table made of them. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Row, toCsv } from "./csv.ts";

export interface Result {
  /** Of both files, without their endings. */
  readonly name: string;
  /** Lines about what made it, when, and on what. */
  readonly provenance: readonly string[];
  readonly rows: readonly Row[];
  readonly table: string;
  /** Sentences below the table: how to read it, and what was checked. */
  readonly notes: readonly string[];
}

/** Writes `<name>.csv` and `<name>.md`. @returns the page */
export async function writeResult(directory: string, result: Result): Promise<string> {
  const { name, provenance, rows, table, notes } = result;
  const page = `${[provenance.join("\n"), table, notes.join("\n")].join("\n\n")}\n`;
  await mkdir(directory, { recursive: true });
  await Bun.write(join(directory, `${name}.csv`), toCsv(provenance, rows));
  await Bun.write(join(directory, `${name}.md`), page);
  return page;
}
