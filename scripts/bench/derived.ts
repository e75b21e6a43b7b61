/**
 * What follows from the raw tables of a system alone: its statistics, its targets, its graphs. It
 * is worked out anew after each benchmark and before each report.
 */
import { join } from "node:path";
import { balancerDerivation } from "./balancer-derived.ts";
import { branchesDerivation } from "./branches-derived.ts";
import { byzantineDerivation } from "./byzantine-derived.ts";
import { callsDerivation } from "./calls-derived.ts";
import { toCsv } from "./csv.ts";
import type { Derivation, Graph } from "./derivation.ts";
import { failoverDerivation } from "./failover-derived.ts";
import { filestoreDerivation } from "./filestore-derived.ts";
import { mapreduceDerivation } from "./mapreduce-derived.ts";
import { ResultFolder } from "./result-folder.ts";
import { statisticsPage, statisticsRows } from "./statistics-table.ts";
import { strifeDerivation } from "./strife-derived.ts";
import { targetRows, targetTable } from "./targets.ts";

/** In the order in which they are told. */
export const derivations: ReadonlyMap<string, Derivation> = new Map([
  ["filestore", filestoreDerivation],
  ["failover", failoverDerivation],
  ["balancer", balancerDerivation],
  ["mapreduce", mapreduceDerivation],
  ["strife", strifeDerivation],
  ["byzantine", byzantineDerivation],
  ["branches", branchesDerivation],
  ["calls", callsDerivation],
]);

export interface Derived {
  /** By name; none where nothing of the system was measured. */
  readonly files: ReadonlyMap<string, string>;
  /** Those among the files. */
  readonly graphs: readonly Graph[];
}

export function derive(system: string, folder: ResultFolder): Derived {
  const files = new Map<string, string>();
  const derivation = derivations.get(system);
  const statistics = statisticsRows(system, folder);
  if (derivation === undefined || statistics.length === 0) return { files, graphs: [] };
  const made = ["Worked out from the tables beside it by `bun run report`."];
  files.set("statistics.csv", toCsv(made, statistics));
  files.set("statistics.md", `${made[0]}\n\n${statisticsPage(statistics)}`);
  const targets = derivation.targets?.(folder);
  if (targets !== undefined) {
    const rows = targetRows(targets);
    files.set("targets.csv", toCsv(made, rows));
    files.set("targets.md", `${made[0]}\n\n${targetTable(rows)}\n`);
  }
  const graphs = derivation.graphs(folder);
  for (const { name, svg } of graphs) files.set(`${name}.svg`, svg);
  return { files, graphs };
}

/** Writes them beside the raw tables. @returns all by file name */
export async function writeDerived(system: string, directory: string) {
  const { files } = derive(system, await ResultFolder.read(directory));
  for (const [name, text] of files) await Bun.write(join(directory, name), text);
  return files;
}
