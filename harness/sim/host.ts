/** The `Host` of one start of a simulated node. */

import type {
  CallOptions,
  ClientInterceptor,
  Host,
  Log,
  LogFields,
  Random,
  ServeOptions,
  Server,
} from "../../nodes/host/host.ts";
import { ObservedCall } from "../../nodes/host/observed-call.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { Client, Implementation, Method, Service } from "../../nodes/host/service.ts";
import { assert } from "./assert.ts";
import { type CallObserver, ClientCall } from "./client-call.ts";
import { SimulatedClock } from "./clock.ts";
import { Connection } from "./connection.ts";
import { never, SimulatedDisk } from "./disk.ts";
import { Listener } from "./listener.ts";
import { MessageStream } from "./message-stream.ts";
import type { SimulatedNode } from "./simulated-node.ts";
import type { Simulation } from "./simulation.ts";
import { summarize } from "./trace.ts";

/** A call that a program makes. */
interface Making {
  readonly connection: Connection;
  readonly method: Method;
  readonly request: object;
  readonly options: CallOptions;
  readonly interceptors: readonly ClientInterceptor[];
}

/** How long a knock may stay without an answer, and until the next one. */
const knockMs = 50;

export class SimulatedHost implements Host {
  readonly id: string;
  readonly incarnation: string;
  readonly generation: number;
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly disk: SimulatedDisk;
  readonly log: Log;
  /** By address. */
  readonly connections = new Map<string, Connection>();
  /** Connections that others opened to this node. */
  readonly inbound = new Set<Connection>();
  private nextPort = 50_000;

  readonly simulation: Simulation;
  readonly node: SimulatedNode;

  constructor(simulation: Simulation, node: SimulatedNode) {
    this.simulation = simulation;
    this.node = node;
    this.id = node.id;
    this.generation = node.generation;
    this.incarnation = `${node.id}/${(node.generation + 1) / 2}`;
    this.clock = new SimulatedClock(this);
    this.random = seededRandom(simulation.seed, `node ${this.incarnation}`);
    this.disk = new SimulatedDisk(this);
    const write = (level: string) => (message: string, fields?: LogFields) => {
      if (simulation.trace !== undefined)
        this.note(`${level}: ${message}${fields === undefined ? "" : ` ${summarize(fields)}`}`);
    };
    this.log = {
      debug: write("debug"),
      info: write("info"),
      warn: write("warn"),
      error: write("error"),
    };
  }

  get isAlive(): boolean {
    return this.node.generation === this.generation;
  }

  /** Adds a line about this node to the trace. */
  note(text: string): void {
    const { trace, scheduler } = this.simulation;
    trace?.push({ kind: "node", at: scheduler.now, node: this.id, text });
  }

  /**
   * @param address of this node's own name, or of the loopback interface: `r1:7000`, `127.0.0.1:0`
   */
  async serve(
    address: string,
    implementations: readonly Implementation[],
    options: ServeOptions = {},
  ): Promise<Server> {
    if (!this.isAlive) return never();
    const { listeners } = this.simulation.transport;
    const [name, port] = splitAddress(address);
    const isOwn = name === this.id || ["127.0.0.1", "localhost", "0.0.0.0"].includes(name);
    assert(isOwn, `${this.id} can't serve at ${address}`);
    const own = `${this.id}:${port === "0" ? this.port() : port}`;
    if (listeners.has(own)) throw new RpcError("UNAVAILABLE", `${own} is taken`);
    const listener = new Listener(this, own, implementations, options.interceptors ?? []);
    listeners.set(own, listener);
    return listener;
  }

  connect<S extends Service>(
    service: S,
    address: string,
    interceptors: readonly ClientInterceptor[] = [],
  ): Client<S> {
    const connection = this.connection(address);
    const known = interceptors.length === 0 ? connection.clients.get(service) : undefined;
    if (known !== undefined) return known as Client<S>;
    const client: Record<string, unknown> = {};
    for (const [name, method] of service.methods) {
      const to = { connection, method, interceptors };
      client[name] = method.responseStream
        ? (request: object, options: CallOptions = {}) =>
            new MessageStream((observer) => this.call({ ...to, request, options }, observer))
        : (request: object, options: CallOptions = {}) => this.unary({ ...to, request, options });
    }
    if (interceptors.length === 0) connection.clients.set(service, client);
    return client as Client<S>;
  }

  openShared(_url: string): never {
    const details = "the simulation has no database that nodes share: use one of the node's own";
    throw new RpcError("UNIMPLEMENTED", details);
  }

  /** Knocks until it is answered: as handshakes, knocks and answers are lost to partitions. */
  async reach(address: string, waitMs: number): Promise<boolean> {
    const endsAt = this.clock.monotonicMs() + waitMs;
    while (!(await this.knock(this.connection(address)))) {
      if (this.clock.monotonicMs() >= endsAt) return false;
    }
    return true;
  }

  private knock(connection: Connection): Promise<boolean> {
    const { scheduler, transport } = this.simulation;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    scheduler.on(this.node, this.generation, knockMs, () => resolve(false));
    transport.knock(connection, () => resolve(true));
    return promise;
  }

  private connection(address: string): Connection {
    let connection = this.connections.get(address);
    if (connection === undefined) {
      const target = this.simulation.nodes.get(splitAddress(address)[0]);
      connection = new Connection(this, address, target, `${this.id}:${this.port()}`);
      this.connections.set(address, connection);
    }
    return connection;
  }

  private unary(making: Making): Promise<object> {
    return new Promise((resolve, reject) => {
      let answer: object | undefined;
      this.call(making, {
        message: (message) => {
          answer = message;
        },
        end: (error) => {
          if (error !== undefined) reject(error);
          else if (answer !== undefined) resolve(answer);
          else reject(new RpcError("INTERNAL", `${making.method.path} answered nothing`));
        },
      });
    });
  }

  /** Begins a call; returns what cancels it. A node that has crashed sends nothing. */
  private call(making: Making, waiting: CallObserver): () => void {
    if (!this.isAlive) return () => {};
    const { connection, method, request, options } = making;
    const observer = this.watched(making, waiting);
    let bytes: Buffer;
    try {
      bytes = method.encodeRequest(request);
    } catch (error) {
      observer.end(new RpcError("INTERNAL", String(error), { definite: true }));
      return () => {};
    }
    const call = new ClientCall(this.simulation, connection, method, bytes, options, observer);
    call.start();
    return call.cancel;
  }

  /** Lets interceptors see what the caller does. */
  private watched(making: Making, waiting: CallObserver): CallObserver {
    const { interceptors, connection, ...parts } = making;
    const nowMs = () => this.clock.monotonicMs();
    const observed = ObservedCall.of(interceptors, { ...parts, peer: connection.address, nowMs });
    if (observed === undefined) return waiting;
    observed.begun();
    return {
      message: (message) => {
        observed.received(message);
        waiting.message(message);
      },
      end: (error) => {
        observed.ended(error?.code ?? "OK", error?.details ?? "");
        waiting.end(error);
      },
    };
  }

  private port(): number {
    this.nextPort += 1;
    return this.nextPort;
  }
}

function splitAddress(address: string): [name: string, port: string] {
  const colon = address.lastIndexOf(":");
  return [address.slice(0, colon), address.slice(colon + 1)];
}
