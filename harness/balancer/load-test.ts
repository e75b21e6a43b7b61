/** A short load of many callers under the three policies that every balancer has. */
import { fail, pass } from "../check/verdict.ts";
import type { BalancerCluster } from "./balancer-cluster.ts";
import { driveAgents, fairness, summarizeLoad } from "./drive-agents.ts";
import type { BalancerContext } from "./flags.ts";

const policies = ["pick_first", "round_robin", "least_load"] as const;
const durationMs = 600;

export async function loadTest(context: BalancerContext, balanced: BalancerCluster): Promise<void> {
  const { clients, seed } = context.options;
  const rows: string[][] = [];
  let errors = 0;
  for (const policy of policies) {
    context.progress(`${clients} callers under ${policy}`);
    for (const index of balanced.balancers.keys())
      await balanced.admin(index).setPolicy({ policy });
    const outcome = await driveAgents(balanced.agents, {
      ratePerSecond: 0,
      durationMs,
      lanes: clients,
      task: "emulate",
      size: 40_000,
      distribution: "constant",
      timeoutMs: 10_000,
      seed,
    });
    const { perSecond, p50, p90, p99, answered, errors: its } = summarizeLoad(outcome);
    errors += its;
    const shares = [...balanced.backends.keys()].map((id) => answered.get(id) ?? 0);
    rows.push([
      policy,
      perSecond.toFixed(0),
      ...[p50, p90, p99].map((value) => value.toFixed(1)),
      shares.join(" "),
      fairness(shares).toFixed(2),
    ]);
    await balanced.untilIdle();
  }
  const head = ["policy", "a second", "p50 ms", "p90 ms", "p99 ms", "calls of each", "fairness"];
  context.table(`${clients} callers, each again as soon as it is answered`, { head, rows });
  const name = "every call of the load test is answered";
  const evidence = `${errors} errors under ${policies.length} policies`;
  context.check(errors === 0 ? pass(name, evidence) : fail(name, evidence));
}
