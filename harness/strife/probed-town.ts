/** Strife on the simulated host without faults, for probes: one world, driven step by step. */
import type { Host, Log, LogFields } from "../../nodes/host/host.ts";
import { Gateway } from "../../nodes/strife/protocol.ts";
import { usualConditions } from "../sim/plan.ts";
import type { SimulatedNode } from "../sim/simulated-node.ts";
import { Simulation } from "../sim/simulation.ts";
import { addresses, passwordOf, roleOf } from "./simulated-town.ts";
import { strifeProblem } from "./simulation.ts";
import { steppingHost } from "./stepping-host.ts";
import type { StrifePrograms } from "./strife-programs.ts";

/** A probe that takes more events is stuck. */
const eventsAtMost = 100_000;

export class ProbedTown implements Disposable {
  readonly gateway = addresses.gateway;
  readonly #simulation: Simulation;
  readonly #programs: StrifePrograms;
  readonly #logged: string[] = [];

  constructor(programs: StrifePrograms) {
    this.#programs = programs;
    const { network } = usualConditions;
    this.#simulation = new Simulation({ seed: 1, network, mutualTls: true, roleOf });
    for (const { id, start } of strifeProblem(programs).nodes) {
      const node = this.#simulation.addNode(id, (host) => start(this.#listening(host)));
      this.run(() => this.#simulation.start(node));
    }
  }

  /** Lets events happen until the body is done. @throws what it throws, or that it is stuck */
  run<Result>(body: () => Promise<Result>): Result {
    const { scheduler } = this.#simulation;
    let settled: { readonly result: Result } | { readonly error: unknown } | undefined;
    const limit = scheduler.executed + eventsAtMost;
    scheduler.after(0, () => {
      body().then(
        (result) => {
          settled = { result };
        },
        (error: unknown) => {
          settled = { error };
        },
      );
    });
    while (settled === undefined) {
      if (scheduler.executed > limit || !scheduler.step()) throw new Error("a probe is stuck");
    }
    if ("error" in settled) throw settled.error;
    return settled.result;
  }

  bank(name: string): string {
    return addresses.banks.get(name) ?? "";
  }

  client(id: string): Host {
    return this.#node(id)?.host ?? this.#simulation.client(id);
  }

  async logIn(id: string) {
    const host = this.client(id);
    const gateway = host.connect(Gateway, this.gateway);
    const { token } = await gateway.logIn({ user: id, password: passwordOf(id) });
    return { host, gateway, session: { metadata: { authorization: `Bearer ${token}` } } };
  }

  payer(id: string) {
    const options = { gateway: this.gateway, attemptTimeoutMs: 400, probeMs: 400 };
    return this.#programs.Payer.open(this.client(id), { ...options, onSettled: () => {} });
  }

  /** Fails the power of a node; resolves when it is back. */
  async restart(id: string, downMs = 100): Promise<void> {
    const node = this.#node(id);
    if (node === undefined) throw new Error(`there is no ${id}`);
    const watcher = this.client("watcher");
    this.#simulation.scheduler.after(0, () =>
      this.#simulation.crash(node, "power-failure", downMs),
    );
    await watcher.clock.sleep(1);
    while (!node.isUp || !(node.isReady || node.startNode === undefined)) {
      await watcher.clock.sleep(50);
    }
  }

  /** Sets a node's wall clock. */
  turnClock(id: string, byMs: number): void {
    const node = this.#node(id);
    if (node === undefined) throw new Error(`there is no ${id}`);
    node.wallOffsetMs += byMs;
  }

  /** All that nodes have logged. */
  logged(): string {
    return this.#logged.join("\n");
  }

  /** The same host, whose log is kept whole. */
  #listening(host: Host): Host {
    const write = (message: string, fields: LogFields = {}) => {
      this.#logged.push(JSON.stringify({ message, ...fields }));
    };
    const log: Log = { debug: write, info: write, warn: write, error: write };
    return { ...steppingHost(host, () => undefined), log };
  }

  [Symbol.dispose](): void {
    this.#simulation.close();
  }

  #node(id: string): SimulatedNode | undefined {
    return this.#simulation.nodes.get(id);
  }
}
