/** Keeps balancers and backends up for people to try things on. */
import type { BalancerCluster } from "./balancer-cluster.ts";
import type { BalancerContext } from "./flags.ts";

export async function serveByHand(
  context: BalancerContext,
  balanced: BalancerCluster,
): Promise<void> {
  const client = `bun nodes/balancer/client.ts --balancers ${balanced.place}`;
  const nodes = [...balanced.balancers, ...balanced.backends.values()];
  context.print(
    [
      "Two balancers and their backends are up:",
      ...nodes.map(({ id, address, pid }) => `  ${id}  ${address}  pid ${pid}`),
      "",
      "Try in another terminal:",
      `  ${client} pick 10`,
      `  ${client} compute primes 1000000`,
      `  bun nodes/balancer/client.ts --balancers ${balanced.balancers[0]?.address} backends`,
      `  bun nodes/balancer/client.ts --balancers ${balanced.balancers[0]?.address} policy prequal`,
      `  bun nodes/balancer/backend.ts --id b99 --balancers ${balanced.place} --slow-factor 2`,
      "  kill -STOP PID; kill -CONT PID; kill -KILL PID",
      "",
      "Ctrl-C ends them all.",
    ].join("\n"),
  );
  await context.untilInterrupted();
}
