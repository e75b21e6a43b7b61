/**
 * Runs a client that calls backends as a harness asks of it, one process for many callers. Ends on
 * SIGTERM. Success: `READY <id> HOST:PORT`, then drives.
 *
 *   bun nodes/balancer/client-agent.ts --id c1 --balancers 127.0.0.1:7100
 */
import { parsePlace } from "../host/discovery.ts";
import { flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Handlers, implement } from "../host/service.ts";
import { clientFlags, openClient } from "./client-flags.ts";
import { compute } from "./compute.ts";
import { drive, type Send } from "./drive.ts";
import { Backend, ClientAgent } from "./protocol.ts";

export const agentFlags = {
  ...clientFlags,
  direct: flag.switch("call the --balancers' addresses themselves in turns: they are backends"),
};

export type AgentOptions = Options<typeof agentFlags> & CommonOptions;

/** An hour of one call would be a mistake. */
const durationAtMostMs = 600_000;
const lanesAtMost = 10_000;
const rateAtMost = 1e6;

export async function startClientAgent(host: Host, options: AgentOptions): Promise<Server> {
  const send = options.direct ? inTurns(host, options.balancers) : await advised(host, options);
  const agent: Handlers<typeof ClientAgent> = {
    async drive(request) {
      const { ratePerSecond, durationMs, lanes } = request;
      const fits = ratePerSecond >= 0 && ratePerSecond <= rateAtMost && lanes <= lanesAtMost;
      if (fits && durationMs <= durationAtMostMs) return drive(host, send, request);
      throw new RpcError("INVALID_ARGUMENT", "too long, too fast, or too many lanes");
    },
  };
  return host.serve(options.address, [implement(ClientAgent, agent)]);
}

/** By the balancer's advice. Every task computes, and changes nothing, so it may be repeated. */
async function advised(host: Host, options: AgentOptions): Promise<Send> {
  const client = await openClient(host, options);
  return async (task, timeoutMs) => {
    return (await compute(host, client, task, { timeoutMs, repeatable: true })).backend;
  };
}

/** Without any balancer, as something to compare with. */
function inTurns(host: Host, text: string): Send {
  const place = parsePlace(text);
  if (place.kind !== "static") throw new RpcError("INVALID_ARGUMENT", "--direct needs addresses");
  const backends = place.addresses.map((address) => host.connect(Backend, address));
  let turn = 0;
  return async (task, timeoutMs) => {
    turn = (turn + 1) % backends.length;
    const answer = await backends[turn]?.compute(task, { timeoutMs });
    return answer?.backend ?? "";
  };
}

if (import.meta.main) {
  await runNode({
    role: "client-agent",
    summary: "A client of the look-aside load balancer that a harness drives.",
    flags: agentFlags,
    start: startClientAgent,
  });
}
