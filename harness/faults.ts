/**
 * Runs a system on real processes, each behind a proxy, and breaks it by a seeded plan of faults
 * while clients work: nodes are killed and paused, the network is cut, calls are delayed, lost and
 * duplicated. When all has healed, everything is read from every replica, and the history of all
 * clients is judged. Ends by itself. Success: all that is promised holds, and every fault that was
 * asked for struck a call in flight: exit 0. A fault that never struck leaves it undecided: exit 2.
 *
 *   bun run harness/faults.ts kv-blocking --faults kill,lose-reply --seed 7 --duration 10
 *   bun run harness/faults.ts kv-failover --duration 10
 */
import { failoverFaultFlags, failoverFaultProblem } from "./failover/fault-flags.ts";
import { failoverFaultFlow } from "./failover/fault-flow.ts";
import { faultFlags, faultProblem } from "./filestore/fault-flags.ts";
import { faultFlow } from "./filestore/fault-flow.ts";
import { runCommand } from "./kit/command.ts";
import { sharedFaultProblem } from "./kit/fault-flags.ts";

await runCommand({
  name: "faults",
  summary: "Breaks a system on purpose, on real processes, and judges what its clients saw.",
  flags: { ...faultFlags, ...failoverFaultFlags },
  problem: (options) => {
    const own = options.problem === "kv-failover" ? failoverFaultProblem : faultProblem;
    return sharedFaultProblem(options) ?? own(options);
  },
  run: (context) =>
    context.options.problem === "kv-failover" ? failoverFaultFlow(context) : faultFlow(context),
});
