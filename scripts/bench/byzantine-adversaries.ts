/** Seeded adversaries by the thousand, and what they did: nothing, where the conditions hold. */
import { processorCount, runCommands } from "../../harness/kit/command-pool.ts";
import type { SimulationReport } from "../../harness/kit/simulation-report.ts";
import { type AlgorithmName, algorithms, isGuaranteed } from "../../nodes/byzantine/conditions.ts";
import type { Row } from "./csv.ts";
import { count, markdownTable } from "./markdown.ts";

export interface AdversaryRow extends Row {
  readonly algorithm: AlgorithmName;
  readonly generals: number;
  readonly traitors: number;
  readonly guaranteed: "yes" | "no";
  readonly seeds: number;
  /** Seeds with a campaign in which loyal generals disagreed or a loyal commander was disobeyed. */
  readonly failed: number;
  readonly seconds: number;
}

/** Generals and traitors: enough generals in three of them, one too few in the others. */
export const armies: readonly (readonly [generals: number, traitors: number])[] = [
  [7, 2],
  [10, 3],
  [13, 3],
  [3, 1],
  [6, 2],
  [9, 3],
];

/** @throws Error when generals fail of whom there are enough, or when a run could not be decided */
export async function measureAdversaries(
  chosen: typeof armies,
  seeds: number,
  progress: (text: string) => void,
): Promise<AdversaryRow[]> {
  const rows: AdversaryRow[] = [];
  for (const [generals, traitors] of chosen) {
    for (const algorithm of algorithms) {
      progress(`${seeds} adversaries of ${generals} generals, ${algorithm}`);
      const world = ["--algorithm", algorithm, "--generals", generals, "--traitors", traitors];
      const shares = ["--seeds", seeds, "--workers", processorCount, "--keep-going"];
      const words = ["byzantine", ...world, ...shares, "--json", "--quiet"].map(String);
      const [report] = await runCommands<SimulationReport>([["harness/sim.ts", ...words]], 1);
      if (report === undefined) throw new Error(`no report of ${words.join(" ")}`);
      const guaranteed = isGuaranteed({ algorithm, generals, traitors });
      const { failed, undecided, seconds } = report;
      if (undecided.length > 0 || (guaranteed && failed.length > 0)) {
        throw new Error(`${words.join(" ")}: ${failed.length} failed, ${undecided.length} not`);
      }
      rows.push({
        algorithm,
        generals,
        traitors,
        guaranteed: guaranteed ? "yes" : "no",
        seeds: report.schedules,
        failed: failed.length,
        seconds: Number(seconds.toFixed(1)),
      });
    }
  }
  return rows;
}

export function adversaryTable(rows: readonly AdversaryRow[]): string {
  const head = ["algorithm", "n", "t", "guaranteed", "seeds", "failed", "of them"];
  return markdownTable({
    head,
    rows: rows.map(({ algorithm, generals, traitors, guaranteed, seeds, failed }) => [
      algorithm,
      ...[generals, traitors].map(String),
      guaranteed,
      ...[seeds, failed].map(count),
      `${((100 * failed) / seeds).toFixed(1)} %`,
    ]),
  });
}
