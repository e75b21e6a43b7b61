/**
 * One server of the fail-over key-value store. It serves until SIGTERM; `READY` says that it
 * listens, its health and `status` whether it is one of the live servers.
 *
 *   bun nodes/failover/server.ts --id s0 --rank 0 --address 127.0.0.1:7000 \
 *     --servers 127.0.0.1:7000,127.0.0.1:7001,127.0.0.1:7002
 */
import { type Flag, flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Handlers, implement } from "../host/service.ts";
import { Backup } from "./backup.ts";
import { DiskState } from "./disk-state.ts";
import { guaranteeOf, guarantees } from "./guarantee.ts";
import { keyProblem } from "./input.ts";
import { deadSet } from "./membership.ts";
import { Peer, Store } from "./protocol.ts";
import { Reading } from "./reading.ts";
import { Replica } from "./replica.ts";
import { Succession } from "./succession.ts";
import { executeForwarded, Writing } from "./writing.ts";

const { parse: parseAddress } = flag.address("where a server listens");

/** Shared with the clients. */
export const servers: Flag<readonly string[]> = {
  placeholder: "HOST:PORT,…",
  description: "where the servers listen, in the order of their ranks",
  parse: (text) => text.split(",").map(parseAddress),
};

export const serverFlags = {
  servers,
  rank: flag.integer("place of this server among them, from 0", { min: 0, max: 999 }),
  guarantee: flag.choice(
    "safe against crashes, or against partitions too",
    guarantees,
    guarantees[0],
  ),
  leaseMs: flag.duration("how long a backup may read after its last heartbeat", {
    minMs: 10,
    maxMs: 60_000,
    fallbackMs: 200,
  }),
  silenceMs: flag.duration("how long until a server that does not answer counts as crashed", {
    minMs: 20,
    maxMs: 600_000,
    fallbackMs: 2_000,
  }),
};

export type ServerOptions = Options<typeof serverFlags> & CommonOptions;

export async function startServer(host: Host, options: ServerOptions): Promise<Server> {
  const { servers: addresses, rank, guarantee, leaseMs, silenceMs } = options;
  const disk = await DiskState.open(host, addresses.length);
  const known = { rank, addresses, guarantee: guaranteeOf(guarantee), leaseMs, silenceMs };
  const replica = new Replica(host, known, disk);
  const succession = new Succession(replica);
  const reading = new Reading(replica, succession);
  const writing = new Writing(replica, succession);
  const server = await host.serve(options.address, [
    implement(Store, forClients(replica, reading, writing)),
    implement(Peer, forPeers(replica, succession)),
  ]);
  replica.onChange(() => server.setServing(replica.isServing));
  void succession.run();
  const stop = async (graceMs?: number) => {
    succession.stop();
    await server.stop(graceMs);
    replica.primary?.stop();
    await disk.close();
  };
  return { address: server.address, setServing: server.setServing, stop };
}

function forClients(replica: Replica, reading: Reading, writing: Writing): Handlers<typeof Store> {
  return {
    async get({ key }) {
      refuseKeys(key);
      return reading.get(key);
    },
    put: ({ key, value, client, number }, call) =>
      writing.write({ key, value, delete: false, client, number: Number(number) }, call),
    delete: ({ key, client, number }, call) =>
      writing.write({ key, value: "", delete: true, client, number: Number(number) }, call),
    async *scan({ first, last }) {
      refuseKeys(first, last);
      yield* reading.scan(first, last);
    },
    status: async () => {
      const { standing, data, disk, committed, servers: count } = replica;
      const { normalEpoch, membership } = standing;
      return {
        rank: replica.rank,
        phase: phaseOf(replica),
        serving: replica.isServing && reading.isPossible,
        epoch: normalEpoch,
        primary: replica.leader,
        live: [...membership.live],
        dead: deadSet(membership, count),
        sequence: data.sequence,
        committed,
        durable: disk.durable.sequence,
        keys: data.keys,
        guarantee: replica.options.guarantee.name,
      };
    },
  };
}

function phaseOf({ primary, isNormal }: Replica): string {
  if (primary !== undefined) return primary.isReady ? "primary" : "electing";
  return isNormal ? "backup" : "recovering";
}

function forPeers(replica: Replica, succession: Succession): Handlers<typeof Peer> {
  const backup = new Backup(replica);
  return {
    forward: (request) => executeForwarded(replica, request),
    async awaitCommit({ epoch, sequence }) {
      const { primary } = replica;
      if (primary?.epoch !== epoch) {
        throw new RpcError("FAILED_PRECONDITION", `server ${replica.rank} does not lead ${epoch}`);
      }
      await primary.untilCommitted(Number(sequence));
      return { committed: replica.committed };
    },
    async heartbeat(request) {
      if (request.rank >= replica.servers || request.rank === replica.rank) {
        throw new RpcError("INVALID_ARGUMENT", `there is no other server ${request.rank}`);
      }
      replica.refuseFarEpoch(request.promised);
      replica.follow(request.promised);
      const { primary, promised: epoch, committed } = replica;
      if (primary === undefined) return { epoch, primary: false };
      return { epoch, primary: true, committed, ...primary.heartbeat(request) };
    },
    replicate: (request) => backup.replicate(request),
    survey: async () => stateOf(replica),
    promise: async (request) => {
      const promised = await succession.promise(request);
      return { promised, state: stateOf(replica) };
    },
  };
}

function stateOf({ state }: Replica) {
  const { epoch, number, live } = state.membership;
  return { ...state, membership: { epoch, number, live: [...live] } };
}

function refuseKeys(...keys: readonly string[]): void {
  for (const key of keys) {
    const problem = keyProblem(key);
    if (problem !== undefined) throw new RpcError("INVALID_ARGUMENT", problem);
  }
}

if (import.meta.main) {
  await runNode({
    role: "server",
    summary: "One server of the fail-over key-value store.",
    flags: serverFlags,
    problem: ({ servers: { length }, rank }) =>
      rank < length ? undefined : `--rank is ${rank}, but there are ${length} --servers.`,
    start: startServer,
  });
}
