/** What is said of tables as benchmarks write them, for tests. */
import { type Row, toCsv } from "../bench/csv.ts";
import { derive } from "../bench/derived.ts";
import { ResultFolder } from "../bench/result-folder.ts";
import { observationsOf } from "./observations.ts";

/** A folder as a benchmark would leave it, with what follows from it. */
function folderOf(system: string, tables: Readonly<Record<string, readonly Row[]>>) {
  const made = [`Made by \`bun run scripts/bench/${system}.ts\` on 2026-01-31.`];
  const texts = Object.entries(tables).map(([name, rows]) => [name, toCsv(made, rows)] as const);
  const raw = new ResultFolder(new Map(), new Map()).with(new Map(texts));
  const { files } = derive(system, raw);
  const derived = [...files].filter(([name]) => name.endsWith(".csv"));
  return raw.with(new Map(derived.map(([name, text]) => [name.replace(".csv", ""), text])));
}

/** All sentences, a line each. */
export const say = (system: string, tables: Readonly<Record<string, readonly Row[]>>) =>
  observationsOf(system, folderOf(system, tables)).join("\n");
