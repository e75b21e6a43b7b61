/** Runs the one job of the command line, shows how it goes, and judges it. */
import { join } from "node:path";
import { absolutePath, findInputs } from "../../nodes/host/job-files.ts";
import { applicationPath } from "../../nodes/mapreduce/application-path.ts";
import { inputsOf, type MapReduceContext } from "./flags.ts";
import { JobRun } from "./job-run.ts";
import { judgeCounters, judgeEnds, judgeSuccess } from "./judge-job.ts";
import { judgeOutput, readParts } from "./judge-output.ts";
import { runSequentially } from "./sequential.ts";
import { countersText, progressLine, workersTable } from "./show-job.ts";

/** Larger inputs are not run sequentially as well: the reference holds everything in memory. */
const comparedBytes = 64 << 20;
const progressEveryMs = 500;

export async function oneJob(context: MapReduceContext, app: string): Promise<void> {
  const { options, cluster, host, folder } = context;
  const output = absolutePath(options.output ?? join(folder.path, "output"));
  const inputs = inputsOf(context);
  const files = findInputs(inputs);
  if (files.length === 0) context.print(`no file is named by ${inputs}`);
  const run = await JobRun.start(
    { cluster, host, directory: folder.path },
    { name: "job", master: masterFlags(context, app, output), workers: options.workers },
  );
  let saidMs = host.clock.monotonicMs();
  const status = await run.finish((now) => {
    if (host.clock.monotonicMs() - saidMs < progressEveryMs) return;
    saidMs = host.clock.monotonicMs();
    context.progress(progressLine(now));
  });
  context.table("attempts, by what became of them", workersTable(status));
  context.print(countersText(status));
  context.check(judgeSuccess(status));
  if (status.state !== "succeeded") return;
  context.print(`output: ${output}/part-0 to part-${options.reduceTasks - 1}\n`);
  context.check(judgeCounters(status, inputs), await judgeEnds(run, options.reduceTasks));
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total > comparedBytes) {
    context.print("more than 64 MiB of inputs: not compared with a sequential run");
  } else if ((status.counters?.skipped ?? 0) === 0) {
    context.progress("running it sequentially");
    const expected = await runSequentially(applicationPath(app), inputs);
    context.check(...judgeOutput(await readParts(output), options.reduceTasks, expected));
  }
}

/** What the master takes of the command line. */
export function masterFlags(context: MapReduceContext, name: string, output: string) {
  const { options } = context;
  const [app, inputs] = [applicationPath(name), inputsOf(context)];
  const { mapTasks, reduceTasks, sharedNothing, skipBadRecords, attempts } = options;
  const {
    withoutBackups,
    backupAfterMs,
    recordTimeoutMs,
    leaseMs,
    masterJournal: journal,
  } = options;
  return {
    ...{ app, inputs, output, mapTasks, reduceTasks, sharedNothing, skipBadRecords, attempts },
    ...{ withoutBackups, journal, backupAfterMs: `${backupAfterMs}ms`, leaseMs: `${leaseMs}ms` },
    recordTimeoutMs: `${recordTimeoutMs}ms`,
  };
}
