/**
 * Runs the registry: who is alive, who is the primary, and, for the quorum protocol, which replicas
 * an operation asks. Ends on SIGTERM. Success: `READY registry HOST:PORT`, then answers.
 *
 *   bun nodes/filestore/registry.ts --id registry --address 127.0.0.1:7000
 *   bun nodes/filestore/registry.ts --id registry --protocol quorum --replicas 5 \
 *     --read-quorum 3 --write-quorum 3
 */
import { flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Handlers, implement } from "../host/service.ts";
import { toMember } from "./membership.ts";
import { Registry } from "./protocol.ts";
import { pickQuorum, quorumProblem } from "./quorum-sizes.ts";
import { Roster } from "./roster.ts";

const most = { min: 1, max: 1_000 } as const;

export const registryFlags = {
  protocol: flag.choice("what the replicas speak", ["primary-backup", "quorum"], "primary-backup"),
  replicas: flag.integer("N, the number of replicas; quorum only", { ...most, fallback: 5 }),
  readQuorum: flag.integer("N_r, asked by a read; quorum only", { ...most, fallback: 3 }),
  writeQuorum: flag.integer("N_w, asked by a write or delete; quorum only", {
    ...most,
    fallback: 3,
  }),
  leaseMs: flag.duration("how long a replica counts as alive after its last heartbeat", {
    minMs: 50,
    maxMs: 600_000,
    fallbackMs: 2_000,
  }),
};

export type RegistryOptions = Options<typeof registryFlags> & CommonOptions;

export async function startRegistry(host: Host, options: RegistryOptions): Promise<Server> {
  const quorum = options.protocol === "quorum";
  const limits = { leaseMs: options.leaseMs, ...(quorum ? { maxMembers: options.replicas } : {}) };
  const roster = await Roster.open(host, limits, { hasPrimary: !quorum });
  const registry: Handlers<typeof Registry> = {
    async register(request) {
      if (request.member === null) throw new RpcError("INVALID_ARGUMENT", "no member is given");
      await roster.register(toMember(request.member));
      return { primary: roster.primary, leaseMs: options.leaseMs };
    },
    async heartbeat(request) {
      roster.renew(request.id, Number(request.incarnation));
      return { primary: roster.primary };
    },
    async deregister(request) {
      await roster.remove(request.id, Number(request.incarnation));
      return {};
    },
    async listReplicas() {
      const { members, primary } = roster;
      return { members, primary, protocol: options.protocol };
    },
    async pickQuorum(request) {
      if (!quorum) throw new RpcError("FAILED_PRECONDITION", "this registry knows no quorums");
      return { members: pickQuorum(host.random, roster.members, options, request) };
    },
  };
  const server = await host.serve(options.address, [implement(Registry, registry)]);
  const { address, setServing } = server;
  const stop = async (graceMs?: number) => {
    roster.close();
    await server.stop(graceMs);
  };
  return { address, setServing, stop };
}

if (import.meta.main) {
  await runNode({
    role: "registry",
    summary: "The registry of the replicated file store.",
    flags: registryFlags,
    problem: (options) => (options.protocol === "quorum" ? quorumProblem(options) : undefined),
    askAgain: ["replicas", "readQuorum", "writeQuorum"],
    start: startRegistry,
  });
}
