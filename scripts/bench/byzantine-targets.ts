/** The speeds that were asked for, and what was reached. */
import { exhaust } from "../../harness/byzantine/exhaustive.ts";
import { SimulatedArmy } from "../../harness/byzantine/simulated-army.ts";
import { runCommands } from "../../harness/kit/command-pool.ts";
import type { JsonReport } from "../../harness/kit/run-report.ts";
import type { Row } from "./csv.ts";
import { markdownTable } from "./markdown.ts";
import { summarize } from "./statistics.ts";

export interface TargetRow extends Row {
  readonly target: string;
  readonly bound: string;
  /** The median. */
  readonly measured: number;
  readonly worst: number;
  readonly repeats: number;
  readonly reached: "yes" | "no";
}

export interface TargetOptions {
  readonly repeats: number;
  /** Seconds of simulated campaigns, each time. */
  readonly seconds: number;
  /** Numbers of generals that are run as processes. */
  readonly sizes: readonly number[];
}

/** @throws Error when a run does not pass, or a behaviour does harm */
export async function measureTargets(
  { repeats, seconds, sizes }: TargetOptions,
  progress: (text: string) => void,
): Promise<TargetRow[]> {
  const rows: TargetRow[] = [];
  for (const generals of sizes) {
    const target = `${generals} generals, 3 traitors, oral, processes: start to verdict`;
    progress(target);
    const times: number[] = [];
    for (let repeat = 1; repeat <= repeats; repeat++) times.push(await runArmy(generals, repeat));
    rows.push(row(target, "at most", generals <= 10 ? 3 : 8, "s", times));
  }
  progress("simulated campaigns");
  const rates = repeat(repeats, () => campaignsPerSecond(seconds));
  rows.push(row("10 generals, 3 traitors, oral, simulated", "at least", 100, "runs/s", rates));
  progress("all behaviours of one traitor among four");
  const exhaustions = repeat(repeats, exhaustOnce);
  rows.push(row("all behaviours of one traitor among four, oral", "at most", 5, "s", exhaustions));
  return rows;
}

/** In seconds, from the command's start to its end. */
async function runArmy(generals: number, seed: number): Promise<number> {
  // These traitors are never silent: no round takes its time, and a busy machine ends none.
  const flags = ["--generals", generals, "--traitors", 3, "--seed", seed, "--round", "10s"];
  const beganMs = performance.now();
  const command = ["harness/byzantine.ts", ...flags.map(String), "--json", "--quiet"];
  const [report] = await runCommands<JsonReport>([command], 1);
  const tookMs = performance.now() - beganMs;
  if (report?.verdict !== "PASS") throw new Error(`${command.join(" ")}: ${report?.verdict}`);
  return tookMs / 1_000;
}

/** Campaigns under traitors who say anything, four in a world. */
function campaignsPerSecond(seconds: number): number {
  const beganMs = performance.now();
  let campaigns = 0;
  for (let seed = 1; performance.now() - beganMs < 1_000 * seconds; seed++) {
    using army = new SimulatedArmy({ seed, generals: 10, traitors: [1, 2, 3] });
    army.bribe({ strategy: "random", conspiracy: seed });
    for (const order of ["ATTACK", "RETREAT", "ATTACK", "RETREAT"] as const) {
      const outcomes = army.wage({ algorithm: "oral", traitors: 3, order });
      if (outcomes[9]?.decision !== order) throw new Error(`seed ${seed}: ${order} was disobeyed`);
      campaigns += 1;
    }
  }
  return (1_000 * campaigns) / (performance.now() - beganMs);
}

function exhaustOnce(): number {
  const beganMs = performance.now();
  const { counterexample } = exhaust({ algorithm: "oral", generals: 4 });
  if (counterexample !== undefined) throw new Error(`harm: ${JSON.stringify(counterexample)}`);
  return (performance.now() - beganMs) / 1_000;
}

function repeat<Result>(times: number, body: () => Result): Result[] {
  return Array.from({ length: times }, body);
}

function row(
  target: string,
  comparison: "at most" | "at least",
  limit: number,
  unit: string,
  values: readonly number[],
): TargetRow {
  const { median, min, max } = summarize(values);
  const isReached = comparison === "at most" ? median <= limit : median >= limit;
  return {
    target,
    bound: `${comparison} ${limit} ${unit}`,
    measured: Number(median.toFixed(2)),
    worst: Number((comparison === "at most" ? max : min).toFixed(2)),
    repeats: values.length,
    reached: isReached ? "yes" : "no",
  };
}

export function targetTable(rows: readonly TargetRow[]): string {
  return markdownTable({
    head: ["target", "bound", "median", "worst", "repeats", "reached"],
    rows: rows.map((each) => Object.values(each).map(String)),
  });
}
