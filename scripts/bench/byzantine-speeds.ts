/** How fast campaigns are: as processes, simulated, and all that one traitor can do. */
import { exhaust } from "../../harness/byzantine/exhaustive.ts";
import { SimulatedArmy } from "../../harness/byzantine/simulated-army.ts";
import { runCommands } from "../../harness/kit/command-pool.ts";
import type { JsonReport } from "../../harness/kit/run-report.ts";
import { speedNames } from "./byzantine-derived.ts";
import type { Row } from "./csv.ts";
import { count, markdownTable } from "./markdown.ts";
import { marked, summarize } from "./statistics.ts";

/** One of the two figures is empty. */
export interface SpeedRow extends Row {
  readonly what: string;
  readonly repeat: number;
  readonly seconds: number | "";
  readonly runs_per_second: number | "";
}

export interface SpeedOptions {
  readonly repeats: number;
  /** Seconds of simulated campaigns, each time. */
  readonly seconds: number;
  /** Numbers of generals that are run as processes. */
  readonly sizes: readonly number[];
}

/** All in turn, again and again. @throws Error when a run fails, or a behaviour does harm */
export async function measureSpeeds(
  { repeats, seconds, sizes }: SpeedOptions,
  progress: (text: string) => void,
): Promise<SpeedRow[]> {
  const rows: SpeedRow[] = [];
  const { army, simulated, exhaustive } = speedNames;
  for (let repeat = 1; repeat <= repeats; repeat++) {
    progress(`speeds, repeat ${repeat} of ${repeats}`);
    const took = (what: string, value: number) =>
      rows.push({ what, repeat, seconds: Number(value.toFixed(3)), runs_per_second: "" });
    for (const generals of sizes) took(army(generals), await runArmy(generals, repeat));
    const rate = Number(campaignsPerSecond(seconds).toFixed(1));
    rows.push({ what: simulated, repeat, seconds: "", runs_per_second: rate });
    took(exhaustive, exhaustOnce());
  }
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

export function speedTable(rows: readonly SpeedRow[]): string {
  const lines = [...Map.groupBy(rows, ({ what }) => what)].map(([what, own]) => {
    const [first] = own as [SpeedRow];
    const figure = first.seconds === "" ? "runs_per_second" : "seconds";
    const summary = summarize(own.map((row) => Number(row[figure])));
    const format = figure === "seconds" ? (value: number) => value.toFixed(2) : count;
    const unit = figure === "seconds" ? "s" : "runs a second";
    return [what, marked(summary, format), unit, `${summary.count}`];
  });
  return markdownTable({ head: ["what", "median", "unit", "runs"], rows: lines });
}
