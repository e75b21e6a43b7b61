/** A balancer with backends and client processes, for the measurements of one command. */
import { join } from "node:path";
import { type Agent, BalancerCluster } from "../../harness/balancer/balancer-cluster.ts";
import type { BackendModel } from "../../harness/balancer/scenarios.ts";
import { Cluster } from "../../harness/kit/cluster.ts";
import type { FlagValues } from "../../harness/kit/node-command.ts";
import type { NodeProcess } from "../../harness/kit/node-process.ts";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";

/** Places in each backend's queue: one that is overloaded refuses before a run is over. */
export const queueAtMost = 100;

export interface WorldPlan {
  /** Holds `logs/` and `data/`. */
  readonly directory: string;
  readonly backends: readonly BackendModel[];
  /** How many client processes. */
  readonly agents: number;
  /** Calls for which they use one answer of the balancer. */
  readonly reuse: number;
  /** Further flags. */
  readonly backendFlags?: FlagValues;
  readonly balancerFlags?: FlagValues;
}

export class World implements AsyncDisposable {
  readonly balanced: BalancerCluster;
  readonly host: RealHost;
  readonly #cluster: Cluster;

  private constructor(cluster: Cluster, host: RealHost, balanced: BalancerCluster) {
    this.#cluster = cluster;
    this.host = host;
    this.balanced = balanced;
  }

  static async start(plan: WorldPlan): Promise<World> {
    const { directory, backends, reuse } = plan;
    const cluster = new Cluster(directory, { readyMs: 30_000 });
    const dataDirectory = join(directory, "data/bench");
    const host = createRealHost({ id: "bench", dataDirectory, logLevel: "warn" });
    try {
      const balanced = await BalancerCluster.start(cluster, host, {
        balancers: ["lb1"],
        backends,
        agents: Array.from({ length: plan.agents }, (_, index) => `c${index + 1}`),
        agentFlags: { reuse },
        balancerFlags: plan.balancerFlags ?? {},
        backendFlags: { queue: queueAtMost, ...plan.backendFlags },
      });
      return new World(cluster, host, balanced);
    } catch (error) {
      await cluster.killAll();
      throw error;
    }
  }

  get balancer(): NodeProcess {
    const [first] = this.balanced.balancers;
    if (first === undefined) throw new Error("there is no balancer");
    return first;
  }

  /** Clients that call these addresses in turns, and no balancer. */
  directAgents(name: string, count: number, addresses: readonly string[]): Promise<Agent[]> {
    const flags: FlagValues = { balancers: addresses.join(","), direct: true };
    const ids = Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
    return this.balanced.addAgents(ids, flags);
  }

  /** @throws Error when a node did something against its contract */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cluster.stopAll();
    this.host.close();
    const faults = this.#cluster.faults();
    if (faults.length > 0) throw new Error(faults.join("; "));
  }
}
