/** The most calls a second by way of the balancer, against the same backends called otherwise. */
import { join } from "node:path";
import type { Agent } from "../../harness/balancer/balancer-cluster.ts";
import { driveAgents } from "../../harness/balancer/drive-agents.ts";
import type { BackendModel } from "../../harness/balancer/scenarios.ts";
import { World } from "./balancer-world.ts";
import { type ComparisonRow, compare, type Measure } from "./comparison.ts";
import { Nginx } from "./nginx.ts";

export interface ThroughputPlan {
  readonly backends: readonly BackendModel[];
  /** Callers, over all client processes, each again as soon as it is answered. */
  readonly clients: number;
  readonly agents: number;
  readonly reuse: number;
  /** For how long an answer may be used. */
  readonly lifetimeMs: number;
  readonly rounds: number;
  readonly seconds: number;
  /** Of each side, before the first round: every process compiles what it runs often. */
  readonly warmUpSeconds: number;
  readonly seed: number;
  readonly directory: string;
}

const timeoutMs = 10_000;

/** A task that is nothing but the call. @throws Error when a call was not answered */
function calls(agents: readonly Agent[], { clients, seed }: ThroughputPlan): Measure {
  return async (seconds) => {
    const { samples, elapsedMs } = await driveAgents(agents, {
      ratePerSecond: 0,
      durationMs: seconds * 1_000,
      lanes: clients,
      task: "emulate",
      size: 0,
      distribution: "constant",
      timeoutMs,
      seed,
    });
    const failed = samples.find(({ error }) => error !== "");
    if (failed !== undefined) throw new Error(`a call ended with ${failed.error}`);
    const latenciesMs = samples.map(({ responseMs }) => responseMs);
    return { operations: samples.length, seconds: elapsedMs / 1_000, latenciesMs };
  };
}

/**
 * Rounds of two ways in turn, with the same backends and as many client processes.
 * @param peer `direct`: clients take turns at the backends by themselves, and ask no balancer
 */
export async function compareThroughput(
  plan: ThroughputPlan,
  peer: "direct" | "nginx",
  progress: (text: string) => void,
): Promise<ComparisonRow[]> {
  const { rounds, seconds, warmUpSeconds, agents, directory } = plan;
  // The same backends for both, so with the headers that nginx can read.
  const backendFlags = peer === "nginx" ? { plainHeaders: true } : {};
  const balancerFlags = { lifetimeMs: `${plan.lifetimeMs}ms` };
  await using world = await World.start({ ...plan, backendFlags, balancerFlags });
  const backends = [...world.balanced.backends.values()].map(({ address }) => address);
  await using nginx =
    peer === "nginx" ? await Nginx.start(join(directory, "data"), backends) : undefined;
  const others = await world.directAgents(peer, agents, nginx ? [nginx.address] : backends);
  const contest = {
    name: `empty tasks, ${plan.clients} callers`,
    peer: calls(others, plan),
    ours: calls(world.balanced.agents, plan),
  };
  // Awaited here: what is used ends with this function.
  return await compare([contest], { peer, rounds, seconds, warmUpSeconds }, progress);
}
