/** An application that fails: the job ends with a clear error, or leaves the bad records out. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findInputs } from "../../nodes/host/job-files.ts";
import type { JobStatus } from "../../nodes/mapreduce/protocol.ts";
import { fail, pass } from "../check/verdict.ts";
import { inputsOf, type MapReduceContext } from "./flags.ts";
import { JobRun } from "./job-run.ts";
import { countersText } from "./show-job.ts";

const failsOnStones = "harness/mapreduce/applications/fails-on-stones.ts";

export async function badApplication(context: MapReduceContext): Promise<void> {
  context.progress("an application fails");
  const failed = await runWith(context, "fail", false);
  context.print(`an application that fails: ${failed.error}\n`);
  const named = /^map task \d+ failed \d+ times, at many-tongues\.txt, bytes \d+ to \d+: .*stone/;
  const name = "fail: the error names the task, the record and the reason";
  const told = failed.state === "failed" && named.test(failed.error);
  context.check(told ? pass(name, failed.error) : fail(name, `${failed.state} ${failed.error}`));
  const skipped = await runWith(context, "skip", true);
  context.print(countersText(skipped));
  const bad = await linesWith(/(?<!\p{L})stone(?!\p{L})/u, inputsOf(context));
  const left = skipped.skipped.map((record) => `${record.name} ${record.start}`);
  const equal = skipped.state === "succeeded" && Bun.deepEquals(left.sort(), bad.sort());
  const what = "skip: exactly the bad lines are left out and reported";
  const evidence = `left out ${left.join(", ")}; bad are ${bad.join(", ")}`;
  context.check(equal ? pass(what, evidence) : fail(what, `${skipped.error} ${evidence}`));
}

async function runWith(
  context: MapReduceContext,
  name: string,
  skipBadRecords: boolean,
): Promise<JobStatus> {
  const { options, cluster, host, folder } = context;
  const { mapTasks, reduceTasks } = options;
  const inputs = inputsOf(context);
  const output = join(folder.path, "outputs", name);
  const master = { app: failsOnStones, inputs, mapTasks, reduceTasks, output, skipBadRecords };
  const place = { cluster, host, directory: folder.path };
  return (await JobRun.start(place, { name, master, workers: 2 })).finish();
}

/** Each matching line as its file's name and its first byte. */
async function linesWith(pattern: RegExp, inputs: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, path } of findInputs(inputs)) {
    let start = 0;
    for (const line of (await readFile(path, "utf8")).split("\n")) {
      if (pattern.test(line)) found.push(`${name} ${start}`);
      start += Buffer.byteLength(line) + 1;
    }
  }
  return found;
}
