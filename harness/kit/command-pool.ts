/** Runs harness commands as processes of their own, some at a time, and reads their reports. */
import { availableParallelism } from "node:os";
import { $ } from "zx/core";
import { repositoryRoot } from "./repository.ts";

/** Processes that this machine runs side by side. */
export const processorCount = availableParallelism();

/** After this a command counts as stuck and is ended. */
const timeout = "900s";

/**
 * @param commands each the script and its words, such as `["harness/sim.ts", "filestore"]`; it must
 *   print one JSON document on stdout. The next one is asked for when its turn has come
 * @param atOnce at most so many run at a time
 * @param onReport called with each report as it comes, and the command's place in the list
 * @returns the reports in the order of the commands
 * @throws Error with what the command said when it made no report
 */
export async function runCommands<Report>(
  commands: Iterable<readonly string[]>,
  atOnce: number,
  onReport: (report: Report, place: number) => void = () => {},
): Promise<Report[]> {
  const reports: Report[] = [];
  const left = Iterator.from(commands);
  let taken = 0;
  const lane = async () => {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      const words = next.value;
      const place = taken;
      taken += 1;
      const report = await runReporting<Report>(words);
      reports[place] = report;
      onReport(report, place);
    }
  };
  await Promise.all(Array.from({ length: Math.max(atOnce, 1) }, lane));
  return reports;
}

async function runReporting<Report>(words: readonly string[]): Promise<Report> {
  const command = $({ cwd: repositoryRoot, nothrow: true, quiet: true, timeout });
  const { stdout, stderr, exitCode } = await command`${process.execPath} ${words}`;
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    throw new Error(`${words.join(" ")} ended with status ${exitCode}: ${stderr.trim()}`);
  }
}
