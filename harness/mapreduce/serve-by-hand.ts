/** Starts the master of a job and leaves the workers to people. */
import { join } from "node:path";
import { absolutePath } from "../../nodes/host/job-files.ts";
import { slowWordCount } from "./examination.ts";
import type { MapReduceContext } from "./flags.ts";
import { JobRun } from "./job-run.ts";
import { masterFlags } from "./one-job.ts";

export async function serveByHand(context: MapReduceContext): Promise<void> {
  const { options, cluster, host, folder } = context;
  const output = absolutePath(options.output ?? join(folder.path, "output"));
  const master = masterFlags(context, options.app ?? slowWordCount, output);
  const place = { cluster, host, directory: folder.path };
  const run = await JobRun.start(place, { name: "job", master, workers: 0 });
  const worker = `bun nodes/mapreduce/worker.ts --master ${run.master.address}`;
  context.print(
    [
      `A master waits for workers at ${run.master.address}. Try in other terminals:`,
      `  ${worker} --id w1`,
      `  ${worker} --id w2 --slow-down 10`,
      `  bun nodes/mapreduce/client.ts --master ${run.master.address} status`,
      "  kill -STOP PID; kill -CONT PID; kill -KILL PID",
      "",
      `The output will be in ${output}. Ctrl-C ends the master.`,
    ].join("\n"),
  );
  await context.untilInterrupted();
}
