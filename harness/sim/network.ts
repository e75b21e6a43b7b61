/** The wires: how long a packet travels, and whether it arrives, once, twice or never. */

import type { Random } from "../../nodes/host/host.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { chance } from "./draws.ts";
import type { CallFault, MessageFault, MessageFaultKind, PartitionFault } from "./fault-plan.ts";
import { drawLatency, type NetworkModel } from "./network-model.ts";
import type { SimulatedNode } from "./simulated-node.ts";
import type { Simulation } from "./simulation.ts";

/** One direction between two nodes. */
interface Link {
  readonly from: SimulatedNode;
  readonly to: SimulatedNode;
  /** Draws latencies. */
  readonly random: Random;
  /** Draws what faults strike: apart, so that a fault more or less shifts no latency. */
  luck: Random | undefined;
  /** How many partitions cut it now. */
  cuts: number;
  /** When the last packet arrives, for networks that keep the order. */
  lastArrival: number;
}

/** A packet on its way. */
export interface Packet {
  readonly from: SimulatedNode;
  readonly to: SimulatedNode;
  /** The generation of `to` that it is for; 0 is whichever runs when it arrives. */
  readonly generation: number;
  /** The remote method that it belongs to. */
  readonly method: string;
  /** What a trace calls it, such as `Replicate #7 OK`. */
  readonly label: string;
  /** The fault that was placed on its call; it can still strike this packet. */
  readonly placed: CallFault | undefined;
  /** The message, for the trace only. */
  content: string;
  readonly deliver: () => void;
}

const selfLatencyMs = 0.02;
const defaultDelayMs = 500;

export class Network {
  private model: NetworkModel;
  private readonly simulation: Simulation;
  private readonly links = new Map<SimulatedNode, Map<SimulatedNode, Link>>();
  private readonly bursts = new Set<MessageFault>();
  private readonly partitions = new Set<PartitionFault>();

  constructor(model: NetworkModel, simulation: Simulation) {
    this.model = model;
    this.simulation = simulation;
  }

  /**
   * A request: may be lost, come later and come twice. `deliver` runs once a copy.
   * @returns whether it goes out twice
   */
  request(packet: Packet): boolean {
    const link = this.link(packet.from, packet.to);
    if (this.isStruck("lose-request", link, packet, this.model.loseRequest)) {
      this.lose(packet, "lose-request");
      return false;
    }
    this.transmit(link, packet);
    if (!this.isStruck("duplicate", link, packet, this.model.duplicate)) return false;
    this.transmit(link, { ...packet, label: `${packet.label} (again)`, placed: undefined });
    return true;
  }

  /** Whether the reply of this call is to be lost; one draw a call, also where it streams. */
  losesReply(packet: Packet): boolean {
    const link = this.link(packet.from, packet.to);
    return this.isStruck("lose-reply", link, packet, this.model.loseReply);
  }

  /** Loses a packet for a reason that was already counted. */
  lose(packet: Packet, reason: string): void {
    // The latency that it does not need is drawn all the same, so that a loss shifts no other.
    drawLatency(this.model.latency, this.link(packet.from, packet.to).random);
    this.record(packet, this.simulation.scheduler.now, reason);
  }

  /** A reply, or what a kernel tells: only partitions lose it. */
  send(packet: Packet, notBefore = 0): number {
    return this.transmit(this.link(packet.from, packet.to), packet, notBefore);
  }

  /** From now on nothing is lost or doubled but by faults. */
  calm(): void {
    this.model = { ...this.model, loseRequest: 0, loseReply: 0, duplicate: 0 };
  }

  begin(fault: PartitionFault | MessageFault): void {
    if ("blocked" in fault) {
      this.partitions.add(fault);
      this.cut(fault, 1);
    } else this.bursts.add(fault);
  }

  end(fault: PartitionFault | MessageFault): void {
    if ("blocked" in fault) {
      this.partitions.delete(fault);
      this.cut(fault, -1);
    } else this.bursts.delete(fault);
  }

  private cut({ blocked }: PartitionFault, change: 1 | -1): void {
    for (const [from, to] of blocked) {
      const sender = this.simulation.nodes.get(from);
      const receiver = this.simulation.nodes.get(to);
      // A plan that was cut down may lack a client that a partition names.
      if (sender !== undefined && receiver !== undefined)
        this.link(sender, receiver).cuts += change;
    }
  }

  /** Puts a packet on the wire; returns when it arrives. */
  private transmit(link: Link, packet: Packet, notBefore = 0): number {
    const { scheduler } = this.simulation;
    const sentAt = scheduler.now;
    const arrival = Math.max(sentAt + this.travelMs(link, packet), notBefore);
    if (link.cuts > 0) {
      this.loseToPartition(link, packet, sentAt);
      return sentAt;
    }
    const time = this.model.fifo ? Math.max(arrival, link.lastArrival) : arrival;
    link.lastArrival = time;
    scheduler.deliver(packet.to, packet.generation, time, packet.method, () => {
      if (link.cuts > 0) {
        this.loseToPartition(link, packet, sentAt);
        return;
      }
      this.record(packet, sentAt, undefined);
      packet.deliver();
    });
    return time;
  }

  private travelMs(link: Link, packet: Packet): number {
    if (link.from === link.to) return selfLatencyMs;
    const latency = drawLatency(this.model.latency, link.random);
    const { placed, method } = packet;
    if (placed?.do === "delay") {
      this.simulation.reached.strike("delay", method);
      return latency + (placed.delayMs ?? defaultDelayMs);
    }
    for (const burst of this.bursts) {
      if (burst.kind !== "delay" || !chance(this.luck(link), burst.probability)) continue;
      this.simulation.reached.strike("delay", method);
      return latency + this.luck(link).number() * (burst.delayMs ?? defaultDelayMs);
    }
    return latency;
  }

  private isStruck(
    kind: MessageFaultKind,
    link: Link,
    { method, placed }: Packet,
    probability: number,
  ): boolean {
    if (link.from === link.to) return false;
    let struck = placed?.do === kind;
    if (probability > 0 && chance(this.luck(link), probability)) struck = true;
    for (const burst of this.bursts) {
      if (burst.kind === kind && chance(this.luck(link), burst.probability)) struck = true;
    }
    if (struck) this.simulation.reached.strike(kind, method);
    return struck;
  }

  private loseToPartition(link: Link, packet: Packet, sentAt: number): void {
    this.record(packet, sentAt, "partition");
    for (const { kind, blocked } of this.partitions) {
      if (blocked.some(([from, to]) => from === link.from.id && to === link.to.id))
        this.simulation.reached.strike(kind, packet.method);
    }
  }

  private link(from: SimulatedNode, to: SimulatedNode): Link {
    let links = this.links.get(from);
    if (links === undefined) {
      links = new Map();
      this.links.set(from, links);
    }
    let link = links.get(to);
    if (link === undefined) {
      const { seed } = this.simulation;
      const random = seededRandom(seed, `latency ${from.id} ${to.id}`);
      link = { from, to, random, luck: undefined, cuts: 0, lastArrival: 0 };
      links.set(to, link);
    }
    return link;
  }

  /** Made when it is first needed: few links are ever struck. */
  private luck(link: Link): Random {
    link.luck ??= seededRandom(this.simulation.seed, `luck ${link.from.id} ${link.to.id}`);
    return link.luck;
  }

  private record(packet: Packet, sentAt: number, lost: string | undefined): void {
    const { trace, scheduler } = this.simulation;
    if (trace === undefined) return;
    const { from, to, label, content } = packet;
    const ends = { from: from.id, to: to.id };
    trace.push({ kind: "message", at: scheduler.now, sentAt, ...ends, label, lost, content });
  }
}
