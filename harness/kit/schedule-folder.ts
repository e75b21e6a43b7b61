/** Leaves a simulated schedule behind as a run's folder, with its page. */
import { join, relative } from "node:path";
import { combine } from "../check/verdict.ts";
import { writePage } from "../page/write-page.ts";
import { describeFault } from "../sim/fault-plan.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import type { Conditions, Plan } from "../sim/plan.ts";
import type { Problem } from "../sim/problem.ts";
import { runSchedule, type ScheduleResult } from "../sim/run-schedule.ts";
import { exitCodeOf } from "./exit-code.ts";
import { versions } from "./repository.ts";
import type { Output } from "./run-context.ts";
import { RunFolder } from "./run-folder.ts";
import type { RunRecord } from "./run-report.ts";
import { stateTables } from "./state-tables.ts";

/** A schedule, and how it is done again. */
export interface KeptSchedule {
  /** Of the folder, such as `sim-filestore`. */
  readonly name: string;
  /** What the page is called, such as `quorum regular`. */
  readonly title: string;
  readonly problem: Problem;
  readonly plan: Plan;
  readonly seed: number;
  readonly conditions: Conditions;
  readonly replay: string;
  /** Remote methods that pictures leave out. */
  readonly hidden: ReadonlySet<string>;
}

/** Runs it once more with a trace. @returns the folder's path */
export async function keepSchedule(kept: KeptSchedule): Promise<string> {
  const { problem, plan, seed, conditions } = kept;
  const startedAt = new Date();
  const result = await ignoreRejections(async () =>
    runSchedule(problem, plan, seed, conditions, { traced: true }),
  );
  return writeSchedule(kept, result, startedAt);
}

/** The same of a schedule that was run with a trace. */
export async function writeSchedule(
  kept: KeptSchedule,
  result: ScheduleResult,
  startedAt: Date,
): Promise<string> {
  const { name, title, plan, seed, replay, hidden } = kept;
  const folder = await RunFolder.create(name);
  const verdict = combine(result.checks);
  const record: RunRecord = {
    problem: title,
    verdict,
    exitCode: exitCodeOf(verdict),
    ending: "finished",
    seed,
    options: { plan },
    replay,
    folder: folder.path,
    startedAt: startedAt.toISOString(),
    durationMs: result.virtualMs,
    versions: await versions(),
    clockOriginMs: 0,
    hidden: [...hidden],
  };
  const faults = plan.faults.map((fault) => `Fault: ${describeFault(fault)}`);
  const output: Output[] = [...faults, ...stateTables(result.state)];
  await folder.write("run.json", record);
  await folder.write("checks.json", result.checks);
  await folder.write("output.json", output);
  await writeLines(folder.historyFile, result.history);
  await writeLines(join(folder.path, "trace.jsonl"), result.trace);
  await writePage(folder.path);
  return folder.path;
}

/** What a command says of the folder of a run. */
export function whereToLook(folder: string): string {
  const path = relative(process.cwd(), folder);
  return `  folder: ${path}\n  look:   ${join(path, "index.html")}`;
}

async function writeLines(file: string, lines: readonly object[]): Promise<void> {
  const plain = (_key: string, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value;
  await Bun.write(file, lines.map((line) => `${JSON.stringify(line, plain)}\n`).join(""));
}
