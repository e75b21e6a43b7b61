/** A balancer, or two, with backends on the simulated host, for a script that says what happens. */
import type { Machine } from "../../nodes/balancer/machine.ts";
import { Admin, Balancer, Membership } from "../../nodes/balancer/protocol.ts";
import type { Host, Server } from "../../nodes/host/host.ts";
import type { Client } from "../../nodes/host/service.ts";
import type { FaultPlan } from "../sim/fault-plan.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { usualConditions } from "../sim/plan.ts";
import { Simulation } from "../sim/simulation.ts";
import type { Programs } from "./balancer-programs.ts";

export const leaseMs = 1_000;
export const reportEveryMs = 100;

export interface StagePlan {
  readonly balancers: readonly string[];
  readonly backends: readonly string[];
  /** What the balancers begin with. Default `least_load`. */
  readonly policy?: keyof Programs["policies"];
  /** Slots and places in the queue of each backend. */
  readonly capacity?: number;
  readonly queue?: number;
  /** Placed ones. */
  readonly faults?: FaultPlan;
}

/** What a task takes on a simulated machine. */
const taskMs = 5;

/** The size of a task that a simulated machine fails to compute. */
export const failingSize = 100_000;

/** Tasks that were executed, by their sizes, in one run. */
export type Executions = Map<number, number>;

/** A machine that takes its time in virtual time, and answers what anybody can check. */
export function simulatedMachine(host: Host, executions: Executions): Machine {
  return {
    compute: async (task, size) => {
      executions.set(size, (executions.get(size) ?? 0) + 1);
      await host.clock.sleep(taskMs);
      if (size === failingSize) throw new Error("this task fails");
      return answerOf(task, size);
    },
    processorMs: () => 0,
  };
}

/** The right answer of a simulated machine. */
export function answerOf(task: string, size: number): string {
  return `${task} of ${size}`;
}

/** @param address where a node listens; its own name stands for its host */
export function backendOptions(balancers: readonly string[], capacity = 2, queue = 100) {
  return {
    balancers: balancers.map((id) => `${id}:7000`).join(","),
    capacity,
    queue,
    slowFactor: 1,
    reportEveryMs,
    drainMs: 100,
    plainHeaders: false,
    advertise: undefined,
  };
}

export function balancerOptions(policy: keyof Programs["policies"]) {
  return {
    policy,
    leaseMs,
    lifetimeMs: 50,
    announce: undefined,
    advertise: undefined,
    foreignAddresses: false,
  };
}

/** What a script works with. */
export class Stage {
  /** Of a client. */
  readonly host: Host;
  readonly executions: Executions = new Map();
  readonly servers = new Map<string, Server>();
  readonly #simulation: Simulation;
  readonly #programs: Programs;
  readonly #plan: StagePlan;

  private constructor(programs: Programs, plan: StagePlan) {
    const { network } = usualConditions;
    this.#simulation = new Simulation({ seed: 1, network, faults: plan.faults ?? [] });
    this.#programs = programs;
    this.#plan = plan;
    this.host = this.#simulation.client("c1");
  }

  /**
   * Starts all nodes and runs the script.
   * @throws what the script throws, or Error when nothing is left to happen before it ends
   */
  static run<Result>(
    programs: Programs,
    plan: StagePlan,
    script: (stage: Stage) => Promise<Result>,
  ): Promise<Result> {
    return ignoreRejections(async () => {
      const stage = new Stage(programs, plan);
      try {
        return stage.#play(() => script(stage));
      } finally {
        stage.#simulation.close();
      }
    });
  }

  balancer(id: string): Client<typeof Balancer> {
    return this.host.connect(Balancer, `${id}:7000`);
  }

  membership(id: string): Client<typeof Membership> {
    return this.host.connect(Membership, `${id}:7000`);
  }

  /** The ids of all backends that a balancer lists. */
  async listed(id: string): Promise<string[]> {
    const { backends } = await this.host.connect(Admin, `${id}:7000`).listBackends({});
    return backends.map(({ backend }) => backend?.id ?? "").sort();
  }

  /** Kills a process; it is started again after `downMs`. */
  kill(id: string, downMs: number): void {
    const node = this.#simulation.nodes.get(id);
    if (node === undefined) throw new Error(`there is no node ${id}`);
    this.#simulation.crash(node, "kill", downMs);
  }

  /** A client of this script's host, which knows all balancers. */
  client(reuse: number) {
    const balancers = this.#plan.balancers.map((id) => `${id}:7000`).join(",");
    return this.#programs.openClient(this.host, { balancers, reuse });
  }

  /** Virtual time. */
  get nowMs(): number {
    return this.#simulation.scheduler.now;
  }

  #play<Result>(script: () => Promise<Result>): Result {
    const { scheduler } = this.#simulation;
    let outcome: { readonly value: Result } | { readonly error: unknown } | undefined;
    scheduler.after(0, async () => {
      try {
        await this.#startAll();
        outcome = { value: await script() };
      } catch (error) {
        outcome = { error };
      }
    });
    while (outcome === undefined) {
      if (!scheduler.step()) throw new Error("nothing is left to happen, and the script waits");
    }
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  async #startAll(): Promise<void> {
    const { balancers, backends, policy = "least_load", capacity, queue } = this.#plan;
    const started = balancers.map((id) =>
      this.#simulation.addNode(id, (host) =>
        this.#programs.startBalancer(host, { ...balancerOptions(policy), address: `${id}:7000` }),
      ),
    );
    const options = backendOptions(balancers, capacity, queue);
    started.push(
      ...backends.map((id) =>
        this.#simulation.addNode(id, async (host) => {
          const machine = simulatedMachine(host, this.executions);
          const own = { ...options, address: `${id}:7000` };
          this.servers.set(id, await this.#programs.startBackend(host, own, machine));
        }),
      ),
    );
    for (const node of started) await this.#simulation.start(node);
  }
}
