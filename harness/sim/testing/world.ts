/** A small world for tests: one server `s1` whose `Write` is a function, and one client `c1`. */

import { Replica } from "../../../nodes/filestore/protocol.ts";
import type { Call, Host, Interceptor } from "../../../nodes/host/host.ts";
import { RpcError } from "../../../nodes/host/rpc-error.ts";
import { type Client, implement } from "../../../nodes/host/service.ts";
import { assert } from "../assert.ts";
import { injectFaults } from "../fault-injector.ts";
import type { FaultPlan } from "../fault-plan.ts";
import type { SimulatedHost } from "../host.ts";
import type { NetworkModel } from "../network-model.ts";
import type { SimulatedNode } from "../simulated-node.ts";
import { Simulation } from "../simulation.ts";

const oneMillisecond: NetworkModel = {
  latency: { kind: "constant", ms: 1 },
  loseRequest: 0,
  loseReply: 0,
  duplicate: 0,
  fifo: false,
};

export interface WorldOptions {
  readonly seed?: number;
  readonly network?: Partial<NetworkModel>;
  readonly faults?: FaultPlan;
  readonly mutualTls?: boolean;
  readonly interceptors?: readonly Interceptor[];
  /** What `Write` answers as its version; called with the content. Default: the content. */
  readonly write?: (content: string, call: Call, host: Host) => Promise<string> | string;
  /** What the server does before it serves. */
  readonly before?: (host: Host) => Promise<void>;
}

export interface World {
  readonly simulation: Simulation;
  readonly server: SimulatedNode;
  readonly host: SimulatedHost;
  readonly client: Client<typeof Replica>;
  /** Contents in the order of their execution. */
  readonly executed: string[];
  /** Calls `Write`; answers the version, or the error in words such as `UNAVAILABLE definite`. */
  ask(content: string, options?: Parameters<World["client"]["write"]>[1]): Promise<string>;
}

export function makeWorld(options: WorldOptions = {}): World {
  const { write = (content) => content, before, interceptors = [], faults = [] } = options;
  const { seed = 1, mutualTls = false } = options;
  const network = { ...oneMillisecond, ...options.network };
  const simulation = new Simulation({ seed, network, faults, mutualTls, traced: true });
  const executed: string[] = [];
  const server = simulation.addNode("s1", async (host) => {
    await before?.(host);
    const handlers = {
      write: async ({ content }: { content: string }, call: Call) => {
        executed.push(content);
        return { status: "", uuid: "", version: await write(content, call, host) };
      },
      async *list() {
        for (let page = 0; page < 40; page += 1) {
          executed.push(`page ${page}`);
          yield { objects: [] };
        }
      },
    };
    await host.serve("s1:1", [implement(Replica, handlers)], { interceptors });
  });
  const host = simulation.client("c1");
  const client = host.connect(Replica, "s1:1");
  const ask: World["ask"] = async (content, callOptions) => {
    try {
      const request = { name: "", content, uuid: "", version: "" };
      return (await client.write(request, callOptions)).version;
    } catch (error) {
      return outcome(error);
    }
  };
  const world = { simulation, server, host, client, executed, ask };
  run(simulation, () => simulation.start(server));
  injectFaults(simulation, faults);
  return world;
}

/** Such as `DEADLINE_EXCEEDED indefinite`. */
export function outcome(error: unknown): string {
  assert(error instanceof RpcError, `not an RpcError: ${error}`);
  return `${error.code} ${error.definite ? "definite" : "indefinite"}`;
}

/** Lets events happen until `body` has come to its end. */
export function run<Result>(simulation: Simulation, body: () => Promise<Result>): Result {
  let ended: { readonly result: Result } | undefined;
  let error: unknown;
  simulation.scheduler.after(0, () => {
    body().then(
      (result) => {
        ended = { result };
      },
      (reason: unknown) => {
        error = reason ?? new Error("rejected for no reason");
      },
    );
  });
  while (ended === undefined) {
    if (error !== undefined) throw error;
    assert(simulation.scheduler.step(), "the test waits for ever");
  }
  return ended.result;
}
