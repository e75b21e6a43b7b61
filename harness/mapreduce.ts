/**
 * Runs MapReduce on real processes: a master and workers. With `--app` it runs that job and shows
 * how it goes; without, it examines the system by several jobs, some of which it breaks. Ends by
 * itself. Success: every check passes, exit 0; a job that fails, exit 1.
 *
 *   bun run harness/mapreduce.ts
 *   bun run harness/mapreduce.ts --app word-count --inputs 'inputs/mapreduce/*.txt' --workers 4
 */
import { runCommand } from "./kit/command.ts";
import { examine } from "./mapreduce/examination.ts";
import { mapReduceFlags } from "./mapreduce/flags.ts";
import { oneJob } from "./mapreduce/one-job.ts";
import { serveByHand } from "./mapreduce/serve-by-hand.ts";

await runCommand({
  name: "mapreduce",
  summary: "A master and workers that map and reduce files.",
  flags: mapReduceFlags,
  async run(context) {
    const { app, serve } = context.options;
    if (serve) await serveByHand(context);
    else if (app !== undefined) await oneJob(context, app);
    else await examine(context);
  },
});
