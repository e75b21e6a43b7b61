/** One node's connection to one address, over which all its clients of that address call. */
import type { Service } from "../../nodes/host/service.ts";
import type { ClientCall } from "./client-call.ts";
import type { SimulatedHost } from "./host.ts";
import type { SimulatedNode } from "./simulated-node.ts";

export class Connection {
  /** The server's generation that it is established with; 0 while it is not. */
  generation = 0;
  /** When the last answer that was sent over it arrives. */
  lastAnswerAt = 0;
  /** One client a service, all over this connection. */
  readonly clients = new Map<Service, object>();
  readonly pending = new Set<ClientCall>();

  readonly host: SimulatedHost;
  readonly address: string;
  /** The node that the address names; undefined when there is none of that name. */
  readonly target: SimulatedNode | undefined;
  /** This end of it, as the server sees it. */
  readonly localAddress: string;

  constructor(
    host: SimulatedHost,
    address: string,
    target: SimulatedNode | undefined,
    localAddress: string,
  ) {
    this.host = host;
    this.address = address;
    this.target = target;
    this.localAddress = localAddress;
  }

  /** The server's end is gone: what was sent to that generation may or may not have happened. */
  lose(generation: number): void {
    if (this.generation === generation) this.generation = 0;
    for (const call of [...this.pending]) {
      if (call.generation === generation) call.dropped();
    }
  }
}
