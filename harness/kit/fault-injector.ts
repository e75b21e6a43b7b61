import type { Clock } from "../../nodes/host/host.ts";
import type { Check } from "../check/verdict.ts";
import type { Cluster } from "./cluster.ts";
import type { FaultLog } from "./fault-log.ts";
import type { Fault, NodeFault } from "./fault-plan.ts";
import type { FaultyNetwork } from "./faulty-network.ts";
import { StartError } from "./node-process.ts";

/** How long the fault of a node waits for the call that it is to strike. */
const patienceMs = 500;

type NetworkFault = Exclude<Fault, NodeFault>;

export interface InjectorParts {
  readonly cluster: Cluster;
  readonly network: FaultyNetwork;
  readonly log: FaultLog;
  readonly clock: Clock;
  /** Ends everything; the faults that are at work then do not heal. */
  readonly signal: AbortSignal;
}

/** Carries out a plan of faults on node processes and the proxies between them. */
export class FaultInjector {
  readonly #parts: InjectorParts;
  readonly #lost: string[] = [];
  #restarts = 0;
  #startedMs = 0;

  constructor(parts: InjectorParts) {
    this.#parts = parts;
  }

  /** Resolves when all faults have healed; a node that takes long to start again makes it late. */
  async run(plan: readonly Fault[]): Promise<void> {
    this.#startedMs = this.#parts.clock.monotonicMs();
    const ofNodes = plan.filter((fault) => "node" in fault);
    const others = plan.filter((fault): fault is NetworkFault => !("node" in fault));
    const inTurn = async () => {
      for (const fault of ofNodes) await this.#strikeNode(fault);
    };
    await Promise.all([inTurn(), ...others.map((fault) => this.#strikeNetwork(fault))]);
  }

  /** Whether every node that was killed came back; no check when none was. */
  restarts(): Check[] {
    if (this.#restarts === 0) return [];
    const lost = this.#lost.length > 0;
    const name = "every node that was killed comes back on its data";
    const evidence = lost ? this.#lost.join("\n") : `${this.#restarts} restarts`;
    return [{ name, verdict: lost ? "FAIL" : "PASS", evidence }];
  }

  async #strikeNetwork(fault: NetworkFault): Promise<void> {
    const { network, log } = this.#parts;
    await this.#until(fault.atMs);
    log.begin(fault);
    const heal = "blocked" in fault ? network.block(fault.blocked) : network.strike(fault);
    await this.#sleep(fault.forMs);
    heal();
    log.heal(fault);
  }

  async #strikeNode(fault: NodeFault): Promise<void> {
    const { cluster, network, log } = this.#parts;
    const node = cluster.node(fault.node);
    await this.#until(fault.atMs);
    if (!node.running) return;
    await network.untilCalled(fault.node, fault.during, patienceMs);
    log.begin(fault);
    for (const call of network.inFlightAt(fault.node)) log.strike(fault.kind, call);
    if (fault.kind === "pause") node.pause();
    else await node.kill();
    await this.#sleep(fault.forMs);
    if (fault.kind === "pause") node.resume();
    else await this.#restart(fault.node);
    log.heal(fault);
  }

  async #restart(id: string): Promise<void> {
    this.#restarts += 1;
    try {
      await this.#parts.cluster.node(id).restart({ samePort: true });
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      this.#lost.push(error.message);
    }
  }

  async #until(atMs: number): Promise<void> {
    const waitMs = this.#startedMs + atMs - this.#parts.clock.monotonicMs();
    await this.#sleep(Math.max(0, waitMs));
  }

  #sleep(milliseconds: number): Promise<void> {
    return this.#parts.clock.sleep(milliseconds, this.#parts.signal);
  }
}
