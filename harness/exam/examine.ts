/** Runs the commands of a problem one after the other; what they found. */
import type { Check } from "../check/verdict.ts";
import { runProblem } from "../kit/run-problem.ts";
import type { JsonReport } from "../kit/run-report.ts";
import type { ExaminedProblem, Run } from "./problem.ts";
import type { Examined } from "./score-sheet.ts";

export interface Conditions {
  readonly isQuick: boolean;
  readonly seed: number;
  /** Further words of every command. */
  readonly words: readonly string[];
  /** Of one run. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

/** Never fails: a run that crashes or is stopped is named in `broken`, and the next one follows. */
export async function examine(problem: ExaminedProblem, conditions: Conditions): Promise<Examined> {
  const { isQuick, seed, signal, timeoutSeconds } = conditions;
  const startedAt = performance.now();
  const checks: Check[] = [];
  const folders: string[] = [];
  const replays: string[] = [];
  const broken: string[] = [];
  for (const run of problem.runs) {
    const own = isQuick ? run.quickWords : run.words;
    if (own === undefined || signal.aborted) continue;
    const words = ["--seed", `${seed}`, ...own, ...conditions.words];
    try {
      const report = await runProblem({ problem: problem.name, words, timeoutSeconds, signal });
      checks.push(...checksOf(report, run));
      folders.push(report.folder);
      replays.push(report.replay);
      if (report.ending !== "finished") broken.push(...whyStopped(report));
    } catch (error) {
      broken.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { checks, folders, replays, broken, seconds: (performance.now() - startedAt) / 1000 };
}

/** The name of the check by which a command says that it was stopped. */
const toItsEnd = "the run comes to its end";

function checksOf({ checks }: JsonReport, { name: prefix }: Run): Check[] {
  const made = checks.filter(({ name }) => name !== toItsEnd);
  if (prefix === undefined) return made;
  return made.map((check) => ({ ...check, name: `${prefix}: ${check.name}` }));
}

function whyStopped({ checks, error }: JsonReport): string[] {
  const stopped = checks.filter(({ name }) => name === toItsEnd).map(({ evidence }) => evidence);
  return error === undefined ? stopped : [...stopped, error.split("\n")[0] ?? ""];
}
