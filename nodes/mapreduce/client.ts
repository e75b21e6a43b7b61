/**
 * Asks the master of a running job how it goes. Ends with 0, or 69 when nobody answers.
 *
 *   bun nodes/mapreduce/client.ts --master 127.0.0.1:7000 status
 */
import { flag } from "../host/flags.ts";
import { type ClientContext, runClient } from "../host/run-client.ts";
import { Master } from "./protocol.ts";

const clientFlags = { master: flag.address("where the master is") };

async function run(context: ClientContext<typeof clientFlags>): Promise<number> {
  const { host, options, print } = context;
  const status = await host.connect(Master, options.master).status({});
  if (options.json) print(JSON.stringify(status));
  else {
    const { state, mapDone, mapTasks, reduceDone, reduceTasks, counters, workers, retries } =
      status;
    print(`job:     ${status.jobId}, ${state} ${status.error}`.trimEnd());
    print(`map:     ${mapDone} of ${mapTasks} done`);
    print(`reduce:  ${reduceDone} of ${reduceTasks} done`);
    print(`workers: ${workers.join(", ")}`);
    print(`read:    ${counters?.bytes ?? 0} bytes`);
    print(`retries: ${retries}`);
    for (const { attempt, worker, outcome } of status.runs) {
      if (outcome === "running") print(`running: ${attempt?.kind} ${attempt?.number} at ${worker}`);
    }
  }
  return 0;
}

if (import.meta.main) {
  await runClient({
    script: "nodes/mapreduce/client.ts",
    summary: "A client of the master of a MapReduce job.",
    flags: clientFlags,
    commands: [{ usage: "status", description: "tasks, workers and counters now" }],
    run,
  });
}
