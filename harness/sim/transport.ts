/** What travels between the two ends of a call, and what a kernel answers where nobody listens. */
import type { RpcError } from "../../nodes/host/rpc-error.ts";
import type { ClientCall } from "./client-call.ts";
import type { Connection } from "./connection.ts";
import type { SimulatedHost } from "./host.ts";
import type { Listener } from "./listener.ts";
import type { Packet } from "./network.ts";
import { ServerCall } from "./server-call.ts";
import type { SimulatedNode } from "./simulated-node.ts";
import type { Simulation } from "./simulation.ts";
import { summarize } from "./trace.ts";

export class Transport {
  /** By address. */
  readonly listeners = new Map<string, Listener>();

  private readonly simulation: Simulation;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
  }

  listenersOf(host: SimulatedHost): Listener[] {
    return [...this.listeners.values()].filter((listener) => listener.host === host);
  }

  request(call: ClientCall, target: SimulatedNode): void {
    call.sentTwice = this.simulation.network.request({
      from: call.connection.host.node,
      to: target,
      generation: 0,
      method: call.method.name,
      label: this.label(call, ""),
      placed: call.placed,
      content: this.isTraced ? summarize(call.method.decodeRequest(call.request)) : "",
      deliver: () => this.accept(call, target),
    });
  }

  /** The first packet of a connection, and the answer of whoever listens there. */
  knock({ host, target, address }: Connection, onAnswer: () => void): void {
    if (target === undefined) return;
    const packet = { method: "connection", placed: undefined, content: "" };
    this.simulation.network.send({
      ...packet,
      from: host.node,
      to: target,
      generation: 0,
      label: "knocks",
      deliver: () => {
        if (this.listeners.get(address)?.stopping ?? true) return;
        this.simulation.network.send({
          ...packet,
          from: target,
          to: host.node,
          generation: host.generation,
          label: "answers a knock",
          deliver: onAnswer,
        });
      },
    });
  }

  /** A request arrives at a node, which may have crashed or restarted since it was sent. */
  private accept(call: ClientCall, target: SimulatedNode): void {
    const { connection } = call;
    const listener = this.listeners.get(connection.address);
    const generation = listener?.host.generation ?? 0;
    if (call.generation !== 0 && call.generation !== generation) {
      const lose = () => connection.lose(call.generation);
      this.simulation.network.send(this.packetBack(call, target, " hung up", lose));
      return;
    }
    if (listener === undefined || listener.stopping) {
      const refuse = () => call.refused(`connection refused by ${connection.address}`);
      this.simulation.network.send(this.packetBack(call, target, " refused", refuse));
      return;
    }
    if (connection.generation === 0) connection.generation = generation;
    call.generation = generation;
    listener.host.inbound.add(connection);
    if (call.placed?.do === "crash-before")
      this.simulation.crashPlaced(target, call.placed, call.method.name);
    else void new ServerCall(call, listener).run();
  }

  /** The answer to a unary call, or the end of a stream. */
  reply(served: ServerCall, message: Buffer | undefined, status: RpcError | undefined): void {
    const { call } = served;
    const { node } = served.listener.host;
    if (call.placed?.do === "crash-after-execution" && status === undefined) {
      this.simulation.crashPlaced(node, call.placed, call.method.name);
      return;
    }
    const deliver = () => call.receive(served, served.sent, message, { status });
    const packet = this.packetBack(call, node, ` ${status?.code ?? "OK"}`, deliver);
    this.answer(served, packet, message, status?.details);
  }

  /** One message of a stream; `taken` runs at the server once the caller has it. */
  streamed(served: ServerCall, message: Buffer, taken: () => void): void {
    const { call } = served;
    const { node, generation } = served.listener.host;
    const index = served.sent;
    served.sent += 1;
    const deliver = () => {
      call.receive(served, index, message);
      this.simulation.scheduler.on(node, generation, 0, taken);
    };
    const packet = this.packetBack(call, node, " item", deliver);
    this.answer(served, packet, message, undefined);
  }

  /** Tells the server that the caller has given up. */
  cancel(call: ClientCall): void {
    const { host, target } = call.connection;
    if (target === undefined || call.generation === 0) return;
    this.simulation.network.send({
      from: host.node,
      to: target,
      generation: call.generation,
      method: call.method.name,
      label: this.label(call, " cancelled"),
      placed: undefined,
      content: "",
      deliver: () => {
        for (const served of call.served) served.abort();
      },
    });
  }

  /** Both ends of all connections of a crashed host get to know, as far as packets arrive. */
  hangUp(host: SimulatedHost): void {
    for (const listener of this.listenersOf(host)) this.close(listener);
    for (const { pending } of host.connections.values()) {
      for (const call of pending) this.cancel(call);
    }
  }

  /** Nothing listens there any more, and the open connections end. */
  close(listener: Listener): void {
    const { host, address } = listener;
    this.listeners.delete(address);
    for (const connection of host.inbound) {
      if (connection.address === address) this.endConnection(connection, host);
    }
  }

  private endConnection(connection: Connection, server: SimulatedHost): void {
    const { node, generation } = connection.host;
    const packet: Packet = {
      from: server.node,
      to: node,
      generation,
      method: "connection",
      label: "hangs up",
      placed: undefined,
      content: "",
      deliver: () => connection.lose(server.generation),
    };
    // What was answered before the end arrives before the end.
    this.simulation.network.send(packet, connection.lastAnswerAt);
  }

  private answer(
    served: ServerCall,
    packet: Packet,
    message: Buffer | undefined,
    details = "",
  ): void {
    const { network } = this.simulation;
    const { connection, method } = served.call;
    if (this.isTraced)
      packet.content = message === undefined ? details : summarize(method.decodeResponse(message));
    served.replyLost ??= network.losesReply(packet);
    if (served.replyLost) {
      network.lose(packet, "lose-reply");
      return;
    }
    served.lastAnswerAt = network.send(packet, served.lastAnswerAt);
    connection.lastAnswerAt = Math.max(connection.lastAnswerAt, served.lastAnswerAt);
  }

  /** A packet from the server of a call to its caller. */
  private packetBack(
    call: ClientCall,
    from: SimulatedNode,
    outcome: string,
    deliver: () => void,
  ): Packet {
    const { node: to, generation } = call.connection.host;
    const { method, placed } = call;
    const label = this.label(call, outcome);
    const still = placed?.do === "lose-reply" ? placed : undefined;
    return {
      from,
      to,
      generation,
      method: method.name,
      label,
      placed: still,
      content: "",
      deliver,
    };
  }

  private get isTraced(): boolean {
    return this.simulation.trace !== undefined;
  }

  private label(call: ClientCall, outcome: string): string {
    return !this.isTraced ? "" : `${call.method.name} #${call.id}${outcome}`;
  }
}
