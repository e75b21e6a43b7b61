/** Judges how a job went, apart from what it wrote. */
import { findInputs } from "../../nodes/host/job-files.ts";
import type { JobStatus } from "../../nodes/mapreduce/protocol.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { JobRun } from "./job-run.ts";

/** All processes end so soon after the last output is in place, in milliseconds. */
const endsWithinMs = 1_000;

export function judgeSuccess({ state, error, elapsedMs, retries }: JobStatus): Check {
  const name = "the job succeeds";
  if (state !== "succeeded") return fail(name, `${state}: ${error}`);
  return pass(name, `after ${(elapsedMs / 1_000).toFixed(1)} s, ${retries} retries`);
}

/** The counters of attempts that did not count must not be in the sum. */
export function judgeCounters({ counters }: JobStatus, inputs: string): Check {
  const total = findInputs(inputs).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const name = "every byte of the inputs is counted once";
  const evidence = `${counters?.bytes} of ${total} bytes`;
  return counters?.bytes === total ? pass(name, evidence) : fail(name, evidence);
}

/** Where nobody is slow and nothing fails. */
export function judgeOnce({ runs, mapTasks, reduceTasks }: JobStatus): Check {
  const name = "every task runs exactly once when nothing fails";
  const others = runs.filter(({ outcome }) => outcome !== "committed");
  const evidence = `${runs.length} attempts of ${mapTasks + reduceTasks} tasks`;
  const once = others.length === 0 && runs.length === mapTasks + reduceTasks;
  return once ? pass(name, evidence) : fail(name, evidence);
}

export async function judgeEnds(run: JobRun, reduceTasks: number): Promise<Check> {
  const name = "processes end after the output is final, and within 1 s of it";
  const ends = [...(await run.endsAfterOutput(reduceTasks))];
  const wrong = ends.filter(([, afterMs]) => afterMs < 0 || afterMs > endsWithinMs);
  const shown = (wrong.length > 0 ? wrong : ends).map(([id, ms]) => `${id} ${ms.toFixed(0)} ms`);
  return wrong.length === 0 ? pass(name, shown.join(", ")) : fail(name, shown.join(", "));
}
