/** A node behind a proxy, and callers of it, in the process of the test. */
import { join } from "node:path";
import { Replica } from "../../nodes/filestore/protocol.ts";
import type { Server } from "../../nodes/host/host.ts";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import type { Client } from "../../nodes/host/service.ts";
import { type Handlers, implement } from "../../nodes/host/service.ts";
import { FaultyNetwork } from "./faulty-network.ts";
import type { ProxiedCall } from "./proxied-call.ts";
import type { NodeProxy } from "./proxy.ts";
import { temporaryDirectory } from "./test-support.ts";

/** A call that a fault struck, such as `partition r1→r2 Read`. */
type Struck = string;

export class ProxyWorld implements AsyncDisposable {
  readonly network = new FaultyNetwork((kind, call) => this.struck.push(describe(kind, call)));
  readonly struck: Struck[] = [];
  readonly #directory = temporaryDirectory();
  readonly #hosts: RealHost[] = [];
  readonly #servers: Server[] = [];

  /** Serves the service `Replica` behind a proxy. */
  async serve(id: string, handlers: Partial<Handlers<typeof Replica>>): Promise<NodeProxy> {
    const proxy = await this.network.place(id);
    proxy.aim(await this.start(id, handlers));
    return proxy;
  }

  /** Serves without a proxy; the address, for an earlier one again. */
  async start(
    id: string,
    handlers: Partial<Handlers<typeof Replica>>,
    address = "127.0.0.1:0",
  ): Promise<string> {
    const server = await this.#host(id).serve(address, [implement(Replica, handlers)]);
    this.#servers.push(server);
    return server.address;
  }

  /** Ends the node that was started last, and its connections. */
  async stop(): Promise<void> {
    await this.#servers.pop()?.stop(0);
  }

  /** A connection of its own for each caller. */
  caller(id: string, address: string): Client<typeof Replica> {
    return this.#host(id).connect(Replica, address);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.network.close();
    for (const host of this.#hosts) host.close();
    await Promise.all(this.#servers.map((server) => server.stop(0)));
    this.#directory[Symbol.dispose]();
  }

  #host(id: string): RealHost {
    const dataDirectory = join(this.#directory.path, id);
    const host = createRealHost({ id, dataDirectory, logLevel: "error" });
    this.#hosts.push(host);
    return host;
  }
}

function describe(kind: string, { from, to, method }: ProxiedCall): Struck {
  return `${kind} ${from}→${to} ${method}`;
}
