/**
 * A result as a pair of files: the raw rows, and a page with the table made of them. What made it
 * stands at the head of both, and in `machine.json` beside them for programs.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Row, toCsv } from "./csv.ts";
import { type Provenance, provenanceLines } from "./machine.ts";

export interface RawResult {
  /** Of its files, without their endings. */
  readonly name: string;
  readonly provenance: Provenance;
  readonly rows: readonly Row[];
}

export interface Result extends RawResult {
  readonly table: string;
  /** Sentences below the table: how to read it, and what was checked. */
  readonly notes: readonly string[];
}

export const machineFile = "machine.json";

/** Writes `<name>.csv` and `<name>.md`. @returns the page */
export async function writeResult(directory: string, result: Result): Promise<string> {
  const { name, provenance, table, notes } = result;
  const head = provenanceLines(provenance).join("\n");
  const page = `${[head, table, notes.join("\n")].join("\n\n")}\n`;
  await writeRaw(directory, result);
  await Bun.write(join(directory, `${name}.md`), page);
  return page;
}

/** Writes `<name>.csv`, and into `machine.json` what made it. */
export async function writeRaw(directory: string, result: RawResult): Promise<void> {
  const { name, provenance, rows } = result;
  await mkdir(directory, { recursive: true });
  await Bun.write(join(directory, `${name}.csv`), toCsv(provenanceLines(provenance), rows));
  const file = Bun.file(join(directory, machineFile));
  const others: object = (await file.exists()) ? await file.json() : {};
  const machines = Object.entries({ ...others, [name]: provenance }).sort();
  await file.write(`${JSON.stringify(Object.fromEntries(machines), null, 2)}\n`);
}
