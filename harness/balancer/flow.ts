/** The balancer from its start to the death of each of its parts, each answer judged. */
import { fail, pass } from "../check/verdict.ts";
import { badInput } from "./bad-input.ts";
import { BalancerCluster } from "./balancer-cluster.ts";
import { backendDeaths, balancerDeaths } from "./deaths.ts";
import { type BalancerContext, leaseMs } from "./flags.ts";
import { loadTest } from "./load-test.ts";
import { openPlaces } from "./places.ts";
import { policyFlow } from "./policy-flow.ts";
import { realTasks } from "./real-tasks.ts";
import { scenariosOf } from "./scenarios.ts";
import { serveByHand } from "./serve-by-hand.ts";

export async function balancerFlow(context: BalancerContext): Promise<void> {
  const { options, cluster, host } = context;
  context.progress(`starting two balancers and ${options.backends} backends`);
  await using places = await openPlaces(context);
  const [equal] = scenariosOf(options.backends);
  const balanced = await BalancerCluster.start(cluster, host, {
    balancers: ["lb1", "lb2"],
    backends: equal?.backends ?? [],
    agents: Array.from({ length: options.agents }, (_, index) => `c${index + 1}`),
    balancerFlags: { policy: options.policy, leaseMs: `${leaseMs}ms`, ...places.balancerFlags },
    agentFlags: { reuse: 4 },
    place: places.place,
  });
  if (options.serve) {
    await serveByHand(context, balanced);
    return;
  }
  await allAreListed(context, balanced);
  await realTasks(context, balanced);
  await policyFlow(context, balanced);
  await badInput(context, balanced);
  await loadTest(context, balanced);
  await backendDeaths(context, balanced);
  await balancerDeaths(context, balanced);
  // What was found by way of DNS or etcd must not outlive it.
  await cluster.stopAll();
}

async function allAreListed(context: BalancerContext, balanced: BalancerCluster): Promise<void> {
  const name = "each balancer lists every backend with its load";
  const due = [...balanced.backends.keys()].sort();
  const lists = await Promise.all(balanced.balancers.map((_, index) => balanced.listed(index)));
  const held = lists.every((list) => Bun.deepEquals(list, due));
  const evidence = lists.map((list) => `${list.length} of ${due.length}`).join(", ");
  context.check(held ? pass(name, evidence) : fail(name, evidence));
}
