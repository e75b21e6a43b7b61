/**
 * Runs seeded schedules of one system on the simulated host, with faults, and judges each. Ends by
 * itself. Success: every schedule keeps what its protocol promises and every kind of fault struck
 * something, exit 0; 1 when a schedule failed (the first is shrunk and drawn), 2 when it could not
 * be decided, 64 on bad usage, 70 when the harness itself failed.
 *
 *   bun run harness/sim.ts filestore --protocol blocking --seeds 1000
 *   bun run harness/sim.ts filestore --protocol quorum --consistency linearizable --seed 7
 */
import { simulatedGenerals } from "./byzantine/simulated-generals.ts";
import { simulatedFileStore } from "./filestore/simulated-store.ts";
import { simulate } from "./kit/simulation-command.ts";
import { runSystemCommand } from "./kit/system-command.ts";
import { simulatedStrife } from "./strife/simulated-strife.ts";

await runSystemCommand(
  "sim",
  new Map([
    ["byzantine", (words) => simulate(simulatedGenerals, words)],
    ["filestore", (words) => simulate(simulatedFileStore, words)],
    ["strife", (words) => simulate(simulatedStrife, words)],
  ]),
);
