/** One world: its nodes, wires, disks, faults and virtual time, all from one seed. */

import type { Identity, Random } from "../../nodes/host/host.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { assert } from "./assert.ts";
import { type DiskModel, usualDisk } from "./disk.ts";
import { between } from "./draws.ts";
import { type CallFault, defaultDownMs, type FaultPlan } from "./fault-plan.ts";
import { SimulatedHost } from "./host.ts";
import { Network } from "./network.ts";
import type { NetworkModel } from "./network-model.ts";
import { PlacedFaults } from "./placed-faults.ts";
import { Reached } from "./reached.ts";
import { Scheduler } from "./scheduler.ts";
import { SimulatedNode, type StartNode } from "./simulated-node.ts";
import type { NodeEntry, TraceEntry } from "./trace.ts";
import { Transport } from "./transport.ts";
import { type Interrupted, Volume } from "./volume.ts";

export interface SimulationOptions {
  readonly seed: number;
  readonly network: NetworkModel;
  readonly disk?: DiskModel;
  /** Only the placed ones strike by themselves; `injectFaults` begins the timed ones. */
  readonly faults?: FaultPlan;
  /** Each wall clock is off by at most this, all the time. Default 0. */
  readonly skewMs?: number;
  /** Whether every call carries its caller's identity, as under mutual TLS. Default false. */
  readonly mutualTls?: boolean;
  /** The role on the certificate of a node or client. Default: none. */
  readonly roleOf?: (id: string) => string | undefined;
  /** Whether to keep a trace. Default false. */
  readonly traced?: boolean;
}

/** After how long a program that could not start is started again. */
const restartMs = 500;

export class Simulation {
  readonly seed: number;
  readonly disk: DiskModel;
  readonly scheduler = new Scheduler();
  readonly reached = new Reached();
  readonly trace: TraceEntry[] | undefined;
  readonly network: Network;
  readonly transport = new Transport(this);
  readonly placed: PlacedFaults;
  readonly nodes = new Map<string, SimulatedNode>();
  /** When all that a fault harmed so far has healed. */
  healsAt = 0;
  private readonly mutualTls: boolean;
  private readonly roleOf: (id: string) => string | undefined;
  private readonly skewMs: number;
  private readonly skews: Random;
  private callId = 0;
  private readonly onReady = new Map<SimulatedNode, () => void>();

  constructor(options: SimulationOptions) {
    this.seed = options.seed;
    this.disk = options.disk ?? usualDisk;
    this.mutualTls = options.mutualTls ?? false;
    this.roleOf = options.roleOf ?? (() => undefined);
    this.skewMs = options.skewMs ?? 0;
    this.skews = seededRandom(options.seed, "skews");
    this.trace = options.traced === true ? [] : undefined;
    this.placed = new PlacedFaults(options.faults ?? []);
    this.network = new Network(options.network, this);
  }

  /** What a server learns of its caller: the name on the certificate of this node, or nothing. */
  identityOf(id: string): Identity | undefined {
    if (!this.mutualTls) return undefined;
    const role = this.roleOf(id);
    return { name: id, alternativeNames: [id, "localhost"], ...(role && { role }) };
  }

  nextCallId(): number {
    this.callId += 1;
    return this.callId;
  }

  /** @param startNode the node's program; none for a client, which is driven through its host */
  addNode(id: string, startNode?: StartNode): SimulatedNode {
    assert(!this.nodes.has(id), `there are two nodes ${id}`);
    const volume = new Volume(seededRandom(this.seed, `disk ${id}`));
    const node = new SimulatedNode(id, volume, startNode, (method) =>
      this.reached.strike("pause", method),
    );
    node.wallOffsetMs = between(this.skews, -this.skewMs, this.skewMs);
    this.nodes.set(id, node);
    return node;
  }

  /** Starts a node; resolves when its program serves, at the first attempt or a later one. */
  start(node: SimulatedNode): Promise<void> {
    return new Promise((resolve) => {
      this.onReady.set(node, resolve);
      this.boot(node);
    });
  }

  /** Adds a client and returns its host. */
  client(id: string): SimulatedHost {
    const node = this.addNode(id);
    this.boot(node);
    assert(node.host !== undefined, `${id} has not started`);
    return node.host;
  }

  /**
   * Ends a node's program at once, and starts it again after `downMs`. Peers see a kill and a power
   * failure alike: their connections end. Nothing happens to a node that is down. Not to be called
   * from a node's own code, which would go on.
   */
  crash(
    node: SimulatedNode,
    kind: "kill" | "power-failure",
    downMs: number,
    interrupted: Interrupted = "random",
  ): void {
    if (!node.isUp) return;
    this.healsAt = Math.max(this.healsAt, this.scheduler.now + downMs);
    this.end(node, kind, downMs, interrupted);
  }

  private end(
    node: SimulatedNode,
    kind: "kill" | "power-failure",
    downMs: number,
    interrupted: Interrupted,
  ): void {
    const { host } = node;
    if (!node.isUp || host === undefined) return;
    this.strikeCalls(host, kind);
    node.generation += 1;
    node.host = undefined;
    node.isReady = false;
    node.paused = false;
    this.record({ node: node.id, text: kind, becomes: "down" });
    this.transport.hangUp(host);
    if (kind === "kill") node.volume.kill(interrupted);
    else node.volume.powerFailure(interrupted);
    this.releaseDeferred(node);
    this.scheduler.after(downMs, () => this.boot(node));
  }

  /** Kills the node that serves a call on which a crash point was placed. */
  crashPlaced(node: SimulatedNode, fault: CallFault, method: string): void {
    const { generation } = node;
    this.reached.strike(fault.do, method);
    this.record({ node: node.id, text: `${fault.do} of ${method}` });
    this.scheduler.on(node, generation, 0, () =>
      this.crash(node, "kill", fault.downMs ?? defaultDownMs),
    );
  }

  /** Lets a node do nothing until `resume`; what arrives waits. */
  pause(node: SimulatedNode): boolean {
    const { host } = node;
    if (!node.isUp || node.paused || host === undefined) return false;
    this.strikeCalls(host, "pause");
    node.paused = true;
    this.record({ node: node.id, text: "pause", becomes: "paused" });
    return true;
  }

  resume(node: SimulatedNode): void {
    if (!node.paused) return;
    node.paused = false;
    this.record({ node: node.id, text: "resume", becomes: "up" });
    this.releaseDeferred(node);
  }

  /** Whether the program of every node serves. */
  get areAllReady(): boolean {
    return [...this.nodes.values()].every((node) => node.isReady || node.startNode === undefined);
  }

  /** Adds a line to the trace, where one is kept. */
  record(entry: Pick<NodeEntry, "node" | "text" | "becomes">): void {
    this.trace?.push({ kind: "node", at: this.scheduler.now, ...entry });
  }

  /** Frees what the garbage collector would free late. */
  close(): void {
    for (const node of this.nodes.values()) node.volume.close();
  }

  private boot(node: SimulatedNode): void {
    assert(!node.isUp, `${node.id} runs already`);
    node.generation += 1;
    const host = new SimulatedHost(this, node);
    node.host = host;
    this.record({ node: node.id, text: `start ${host.incarnation}`, becomes: "up" });
    if (node.startNode !== undefined) void this.runProgram(node, node.startNode, host);
  }

  /** A program that fails to start ends its process, and something starts it again. */
  private async runProgram(node: SimulatedNode, program: StartNode, host: SimulatedHost) {
    try {
      await program(host);
      node.isReady = true;
      this.onReady.get(node)?.();
      this.onReady.delete(node);
    } catch (error) {
      host.note(`failed to start: ${error}`);
      this.scheduler.on(node, host.generation, 0, () =>
        this.end(node, "kill", restartMs, "random"),
      );
    }
  }

  private strikeCalls(host: SimulatedHost, kind: string): void {
    for (const listener of this.transport.listenersOf(host)) {
      for (const { call } of listener.serving) this.reached.strike(kind, call.method.name);
    }
    for (const connection of host.connections.values()) {
      for (const call of connection.pending) this.reached.strike(kind, call.method.name);
    }
  }

  private releaseDeferred(node: SimulatedNode): void {
    for (const event of node.deferred.splice(0)) this.scheduler.resume(event);
  }
}
