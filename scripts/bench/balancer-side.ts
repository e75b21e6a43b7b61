/** What happens in a scenario beside the calls: tasks past the balancer, deaths, newcomers. */
import type { Agent } from "../../harness/balancer/balancer-cluster.ts";
import { driveAgents, type LoadSpec } from "../../harness/balancer/drive-agents.ts";
import type { Scenario, SideLoad } from "../../harness/balancer/scenarios.ts";
import type { World } from "./balancer-world.ts";

interface Side {
  readonly load: SideLoad;
  readonly agents: readonly Agent[];
}

export class SideEvents {
  readonly #world: World;
  readonly #scenario: Scenario;
  readonly #sides: readonly Side[];

  private constructor(world: World, scenario: Scenario, sides: readonly Side[]) {
    this.#world = world;
    this.#scenario = scenario;
    this.#sides = sides;
  }

  static async start(world: World, scenario: Scenario): Promise<SideEvents> {
    const sides: Side[] = [];
    for (const [index, load] of scenario.sideLoads.entries()) {
      const addresses = load.backends.map((id) => world.balanced.backends.get(id)?.address ?? "");
      const name = `${scenario.name.replaceAll("_", "-")}-${index + 1}`;
      sides.push({ load, agents: await world.directAgents(name, 1, addresses) });
    }
    return new SideEvents(world, scenario, sides);
  }

  /** All that happens while this load runs. */
  async happen(load: LoadSpec): Promise<void> {
    await Promise.all([this.#sideLoads(load), this.#churn(load.durationMs)]);
  }

  /** Everybody is back, and whoever came has gone. */
  async restore(): Promise<void> {
    const { killed, added } = this.#scenario;
    const { backends } = this.#world.balanced;
    if (added !== undefined) await backends.get(added.id)?.stop();
    if (killed !== undefined) await backends.get(killed)?.restart();
    if (killed !== undefined || added !== undefined) await this.#world.balanced.untilListed();
  }

  async #sideLoads(load: LoadSpec): Promise<void> {
    await Promise.all(
      this.#sides.map(({ load: { backends, task, size, ratePerSecond }, agents }) => {
        const rate = ratePerSecond * backends.length;
        const own = { task, size, ratePerSecond: rate, distribution: "constant" };
        return driveAgents(agents, { ...load, ...own });
      }),
    );
  }

  async #churn(durationMs: number): Promise<void> {
    const { killed, added } = this.#scenario;
    const { balanced } = this.#world;
    if (killed === undefined || added === undefined) return;
    await Bun.sleep(durationMs / 3);
    await balanced.backends.get(killed)?.kill();
    await Bun.sleep(durationMs / 3);
    const known = balanced.backends.get(added.id);
    if (known === undefined) await balanced.addBackends([added]);
    else await known.restart();
  }
}
