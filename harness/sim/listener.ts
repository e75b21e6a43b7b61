/** A server that accepts calls at one address. */
import type { Interceptor, Server } from "../../nodes/host/host.ts";
import type { Handler, Implementation, Method } from "../../nodes/host/service.ts";
import type { SimulatedHost } from "./host.ts";
import type { ServerCall } from "./server-call.ts";

interface Served {
  readonly method: Method;
  readonly handler: Handler | undefined;
}

const defaultGraceMs = 2_000;

export class Listener implements Server {
  readonly serving = new Set<ServerCall>();
  isServing = true;
  stopping = false;
  private readonly methods = new Map<string, Served>();
  private onIdle: (() => void) | undefined;

  readonly host: SimulatedHost;
  readonly address: string;
  readonly interceptors: readonly Interceptor[];

  constructor(
    host: SimulatedHost,
    address: string,
    implementations: readonly Implementation[],
    interceptors: readonly Interceptor[],
  ) {
    this.host = host;
    this.address = address;
    this.interceptors = interceptors;
    for (const { service, handlers } of implementations) {
      for (const [name, method] of service.methods) {
        this.methods.set(method.path, { method, handler: handlers.get(name) });
      }
    }
  }

  /** What answers the method with this path; undefined where nothing does. */
  handler(path: string): Handler | undefined {
    return this.methods.get(path)?.handler;
  }

  setServing(serving: boolean): void {
    this.isServing = serving;
  }

  done(call: ServerCall): void {
    this.serving.delete(call);
    if (this.serving.size === 0) this.onIdle?.();
  }

  async stop(graceMs = defaultGraceMs): Promise<void> {
    if (this.stopping) return;
    const { host } = this;
    this.stopping = true;
    if (this.serving.size > 0) {
      await new Promise<void>((resolve) => {
        this.onIdle = resolve;
        host.simulation.scheduler.on(host.node, host.generation, graceMs, resolve);
      });
    }
    for (const call of this.serving) call.abort();
    host.simulation.transport.close(this);
  }
}
