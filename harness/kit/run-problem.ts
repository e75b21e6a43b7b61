/** Runs one harness command as a process of its own, and reads its report. */
import { $ } from "zx/core";
import { repositoryRoot } from "./repository.ts";
import type { JsonReport } from "./run-report.ts";

export interface ProblemRun {
  /** `kv-quorum` runs `harness/kv-quorum.ts`. */
  readonly problem: string;
  /** Of its command line. */
  readonly words: readonly string[];
  /** After this the command stops itself as undecided. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

/** For a command to start and to stop its nodes, beside its own time; then it counts as stuck. */
const graceSeconds = 20;

/** @throws Error with what the command said when it made no report */
export async function runProblem(run: ProblemRun): Promise<JsonReport> {
  const { problem, words, timeoutSeconds, signal } = run;
  const script = `harness/${problem}.ts`;
  const limit = ["--timeout", `${timeoutSeconds}`];
  const timeout = `${timeoutSeconds + graceSeconds}s` as const;
  const command = $({ cwd: repositoryRoot, nothrow: true, quiet: true, signal, timeout });
  const { stdout, stderr, exitCode } =
    await command`${process.execPath} ${script} --json --quiet ${limit} ${words}`;
  try {
    return JSON.parse(stdout) as JsonReport;
  } catch {
    const said = stderr.trim().split("\n").slice(0, 3).join(" ");
    throw new Error(`${script} ended with status ${exitCode} and no report: ${said}`);
  }
}
