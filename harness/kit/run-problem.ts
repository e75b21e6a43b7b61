/** Runs one harness command as a process of its own, and reads its report. */
import { $ } from "zx/core";
import { repositoryRoot } from "./repository.ts";
import type { JsonReport } from "./run-report.ts";

/**
 * @param problem `kv-quorum` runs `harness/kv-quorum.ts`
 * @throws Error with what the command said when it made no report
 */
export async function runProblem(
  problem: string,
  seed: number,
  signal: AbortSignal,
): Promise<JsonReport> {
  const script = `harness/${problem}.ts`;
  const command = $({ cwd: repositoryRoot, nothrow: true, quiet: true, signal });
  const { stdout, stderr, exitCode } =
    await command`${process.execPath} ${script} --json --quiet --seed ${seed}`;
  try {
    return JSON.parse(stdout) as JsonReport;
  } catch {
    throw new Error(`${script} ended with status ${exitCode} and no report: ${stderr.trim()}`);
  }
}
