/** Balancers, backends and clients as processes. */
import { Admin, Balancer, ClientAgent } from "../../nodes/balancer/protocol.ts";
import type { RealHost } from "../../nodes/host/real.ts";
import type { Client } from "../../nodes/host/service.ts";
import type { Cluster } from "../kit/cluster.ts";
import type { FlagValues } from "../kit/node-command.ts";
import type { NodeProcess } from "../kit/node-process.ts";
import type { BackendModel } from "./scenarios.ts";

export interface BalancerPlan {
  readonly balancers: readonly string[];
  readonly backends: readonly BackendModel[];
  readonly agents: readonly string[];
  readonly balancerFlags?: FlagValues;
  readonly backendFlags?: FlagValues;
  readonly agentFlags?: FlagValues;
  /** How others find the balancers that listen at these addresses; by default, by these. */
  readonly place?: (addresses: readonly string[]) => string;
}

export type Agent = Client<typeof ClientAgent>;

/** What takes longer to come or to go is at fault. */
const patienceMs = 10_000;
const betweenLooksMs = 20;

export class BalancerCluster {
  readonly balancers: readonly NodeProcess[];
  /** By id; those that were added later too. */
  readonly backends = new Map<string, NodeProcess>();
  readonly agents: Agent[] = [];
  /** As `--balancers` has it. */
  readonly place: string;
  readonly #cluster: Cluster;
  readonly #host: RealHost;
  readonly #plan: BalancerPlan;

  private constructor(
    cluster: Cluster,
    host: RealHost,
    plan: BalancerPlan,
    balancers: readonly NodeProcess[],
  ) {
    this.#cluster = cluster;
    this.#host = host;
    this.#plan = plan;
    this.balancers = balancers;
    const addresses = balancers.map(({ address }) => address);
    this.place = plan.place?.(addresses) ?? addresses.join(",");
  }

  /** Resolves when every balancer lists every backend, with its load. */
  static async start(cluster: Cluster, host: RealHost, plan: BalancerPlan) {
    const script = "nodes/balancer/balancer.ts";
    const flags = plan.balancerFlags ?? {};
    const specs = plan.balancers.map((id) => ({ id, script, flags }));
    const balanced = new BalancerCluster(cluster, host, plan, await cluster.startAll(specs));
    await balanced.addBackends(plan.backends);
    await balanced.addAgents(plan.agents);
    return balanced;
  }

  async addBackends(models: readonly BackendModel[]): Promise<void> {
    const nodes = await this.#cluster.startAll(
      models.map(({ id, capacity, slowFactor }) => ({
        id,
        script: "nodes/balancer/backend.ts",
        flags: { balancers: this.place, capacity, slowFactor, ...this.#plan.backendFlags },
      })),
    );
    for (const node of nodes) this.backends.set(node.id, node);
    await this.untilListed();
  }

  /** @param flags beyond those of the plan */
  async addAgents(ids: readonly string[], flags: FlagValues = {}): Promise<Agent[]> {
    const nodes = await this.#cluster.startAll(
      ids.map((id) => ({
        id,
        script: "nodes/balancer/client-agent.ts",
        flags: { balancers: this.place, ...this.#plan.agentFlags, ...flags },
      })),
    );
    const agents = nodes.map(({ address }) => this.#host.connect(ClientAgent, address));
    if (flags["direct"] !== true) this.agents.push(...agents);
    return agents;
  }

  balancer(index = 0): Client<typeof Balancer> {
    return this.#host.connect(Balancer, this.#node(index).address);
  }

  admin(index = 0): Client<typeof Admin> {
    return this.#host.connect(Admin, this.#node(index).address);
  }

  /** The ids of those that a balancer lists and that have reported. */
  async listed(index = 0): Promise<string[]> {
    const { backends } = await this.admin(index).listBackends({});
    const reported = backends.filter(({ load }) => load !== null);
    return reported.map(({ backend }) => backend?.id ?? "").sort();
  }

  /** Waits until every balancer that runs lists exactly the backends that run. @returns how long */
  async untilListed(): Promise<number> {
    const running = () =>
      [...this.backends.values()].flatMap(({ id, running: its }) => (its ? [id] : [])).sort();
    return this.#until("a balancer lists others than run", async () => {
      const due = running();
      const lists = this.balancers.map(({ running: its }, index) =>
        its ? this.listed(index) : due,
      );
      return (await Promise.all(lists)).every((list) => Bun.deepEquals(list, due));
    });
  }

  /** Waits until no backend has anything to do, by its own report. */
  async untilIdle(): Promise<void> {
    await this.#until("a backend is still busy", async () => {
      const { backends } = await this.admin().listBackends({});
      return backends.every(({ load }) => load?.inFlight === 0 && load.queued === 0);
    });
  }

  async #until(complaint: string, holds: () => Promise<boolean>): Promise<number> {
    const { clock } = this.#host;
    const fromMs = clock.monotonicMs();
    for (;;) {
      if (await holds().catch(() => false)) return clock.monotonicMs() - fromMs;
      if (clock.monotonicMs() - fromMs > patienceMs) {
        throw new Error(`${complaint} after ${patienceMs} ms`);
      }
      await clock.sleep(betweenLooksMs);
    }
  }

  #node(index: number): NodeProcess {
    const node = this.balancers[index];
    if (node === undefined) throw new Error(`there is no balancer ${index}`);
    return node;
  }
}
