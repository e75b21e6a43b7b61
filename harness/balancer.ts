/**
 * Runs the look-aside load balancer on real processes: two balancers, twelve backends, a hundred
 * callers; every policy, bad input, the deaths of balancers and backends, and a short load test.
 * Ends by itself. Success: every check passes, exit 0.
 *
 *   bun run harness/balancer.ts
 *   bun run harness/balancer.ts --discovery etcd
 */
import { balancerFlags } from "./balancer/flags.ts";
import { balancerFlow } from "./balancer/flow.ts";
import { runCommand } from "./kit/command.ts";

await runCommand({
  name: "balancer",
  summary: "A look-aside load balancer: clients ask it which backends to call.",
  flags: balancerFlags,
  run: balancerFlow,
});
