/**
 * Runs seeded schedules of one system on the simulated host, with faults, and judges each. Ends by
 * itself. Success: every schedule keeps what its protocol promises and every kind of fault struck
 * something, exit 0; 1 when a schedule failed (the first is shrunk and drawn), 2 when it could not
 * be decided, 64 on bad usage, 70 when the harness itself failed.
 *
 *   bun run harness/sim.ts filestore --protocol blocking --seeds 1000
 *   bun run harness/sim.ts filestore --protocol quorum --consistency linearizable --seed 7
 */
import { simulatedBalancer } from "./balancer/simulated-balancer.ts";
import { simulatedBank } from "./branches/simulated-bank.ts";
import { simulatedGenerals } from "./byzantine/simulated-generals.ts";
import { simulatedFailover } from "./failover/simulated-store.ts";
import { simulatedFileStore } from "./filestore/simulated-store.ts";
import { simulate } from "./kit/simulation-command.ts";
import { runSystemCommand } from "./kit/system-command.ts";
import { simulatedJob } from "./mapreduce/simulated-job.ts";
import { simulatedStrife } from "./strife/simulated-strife.ts";

await runSystemCommand(
  "sim",
  new Map([
    ["filestore", (words) => simulate(simulatedFileStore, words)],
    ["failover", (words) => simulate(simulatedFailover, words)],
    ["balancer", (words) => simulate(simulatedBalancer, words)],
    ["mapreduce", (words) => simulate(simulatedJob, words)],
    ["strife", (words) => simulate(simulatedStrife, words)],
    ["byzantine", (words) => simulate(simulatedGenerals, words)],
    ["branches", (words) => simulate(simulatedBank, words)],
  ]),
);
