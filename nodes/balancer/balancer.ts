/**
 * Runs the balancer: which backends are alive, and which of them a client should call next. No call
 * of a client passes through it. Ends on SIGTERM. Success: `READY <id> HOST:PORT`, then answers.
 *
 *   bun nodes/balancer/balancer.ts --id lb1 --address 127.0.0.1:7100 --policy least_load
 */
import type { ListedBackend } from "../../proto/types/proctor/balancer/v1/ListedBackend.ts";
import { announce } from "../host/discovery.ts";
import { flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Handlers, implement } from "../host/service.ts";
import { BackendList, type Endpoint, type Listed } from "./backend-list.ts";
import { callsAtMost, choose } from "./choose.ts";
import { believable } from "./load.ts";
import { ownEndpoint } from "./own-endpoint.ts";
import { type PolicyName, policies, policyNames, toPolicyName } from "./policies.ts";
import { Admin, Balancer, Membership } from "./protocol.ts";

export const balancerFlags = {
  policy: flag.choice(
    "how backends are chosen; can be changed while running",
    policyNames,
    "least_load",
  ),
  leaseMs: flag.duration("how long a backend is named after its last report", {
    minMs: 50,
    maxMs: 600_000,
    fallbackMs: 1_000,
  }),
  lifetimeMs: flag.duration("for how long clients may use an answer", {
    minMs: 1,
    maxMs: 60_000,
    fallbackMs: 50,
  }),
  announce: flag.optional(
    flag.text("PLACE", "where to tell clients of this balancer: etcd:HOST:PORT/PREFIX"),
  ),
  foreignAddresses: flag.switch("accept backends at other hosts than the one they call from"),
};

export type BalancerOptions = Options<typeof balancerFlags> & CommonOptions;

export async function startBalancer(host: Host, options: BalancerOptions): Promise<Server> {
  const list = new BackendList(host.clock, options.leaseMs);
  let policy: PolicyName = options.policy;
  /** Another start of the balancer has another list. */
  const listVersion = () => `${host.incarnation}/${list.version}`;

  const balancer: Handlers<typeof Balancer> = {
    async pick({ calls, count, exclude, listVersion: known }) {
      if (calls > callsAtMost || count > callsAtMost) {
        throw new RpcError("INVALID_ARGUMENT", `at most ${callsAtMost} calls can be asked for`);
      }
      const query = { calls: Math.max(1, calls), count, exclude };
      const nowMs = host.clock.monotonicMs();
      const choices = choose(list, policies[policy], query, nowMs, host.random);
      const version = listVersion();
      return {
        choices: choices.map(({ backend, calls: its }) => ({
          backend: endpoint(backend),
          calls: its,
        })),
        lifetimeMs: options.lifetimeMs,
        policy,
        listVersion: version,
        backends: known === version ? [] : list.live.map(endpoint),
      };
    },
  };

  const membership: Handlers<typeof Membership> = {
    async register({ backend, incarnation }, call) {
      const own = ownEndpoint(backend, options.foreignAddresses ? undefined : call.peer);
      list.register({ ...own, incarnation: Number(incarnation) });
      host.log.info("registered", { backend: own.id, address: own.address, incarnation });
      return { leaseMs: options.leaseMs };
    },
    async report({ id, incarnation, sequence, load }) {
      list.report(id, Number(incarnation), Number(sequence), believable(load));
      return {};
    },
    async deregister({ id, incarnation }) {
      list.deregister(id, Number(incarnation));
      return {};
    },
  };

  const admin: Handlers<typeof Admin> = {
    async setPolicy(request) {
      const previous = policy;
      policy = toPolicyName(request.policy);
      host.log.info("the policy was changed", { policy, previous });
      return { previous };
    },
    async listBackends() {
      return { policy, backends: list.live.map(toMessage) };
    },
  };
  const server = await host.serve(options.address, [
    implement(Balancer, balancer),
    implement(Membership, membership),
    implement(Admin, admin),
  ]);
  const own = options.advertise ?? server.address;
  const withdraw =
    options.announce === undefined ? undefined : await announce(options.announce, host.id, own);
  const { address, setServing } = server;
  const stop = async (graceMs?: number) => {
    await withdraw?.();
    await server.stop(graceMs);
  };
  return { address, setServing, stop };
}

function endpoint({ id, address }: Endpoint): Endpoint {
  return { id, address };
}

function toMessage(listed: Listed): ListedBackend {
  const { id, address, incarnation, load, handedOut, handedOutInAll } = listed;
  const backend = { id, address };
  return { backend, incarnation, load: load ?? null, handedOut, handedOutInAll };
}

if (import.meta.main) {
  await runNode({
    role: "balancer",
    summary: "The look-aside load balancer: says which backends to call.",
    flags: balancerFlags,
    start: startBalancer,
  });
}
