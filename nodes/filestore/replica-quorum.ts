/**
 * Runs one replica of the quorum-based protocol. Ends on SIGTERM. Success: `READY <id> HOST:PORT`
 * once it is registered, then answers.
 *
 *   bun nodes/filestore/replica-quorum.ts --id r1 --registry 127.0.0.1:7000
 */
import { flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { Mutex } from "../host/mutex.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Handlers, implement } from "../host/service.ts";
import { nextIncarnation } from "./facts.ts";
import { refusedDelete, refusedWrite } from "./input.ts";
import { Membership } from "./membership.ts";
import { Quorum, Replica } from "./protocol.ts";
import { reservationHandlers } from "./quorum-reservations.ts";
import { QuorumUpdates } from "./quorum-updates.ts";
import { listObjects, readObject } from "./reading.ts";
import { Reservations } from "./reservations.ts";
import { status } from "./status.ts";
import { FileStore } from "./store.ts";
import { isVersion } from "./version.ts";

export const quorumReplicaFlags = {
  registry: flag.address("where the registry listens"),
  joinTimeoutMs: flag.duration("how long to try to reach the registry", {
    minMs: 1,
    maxMs: 600_000,
    fallbackMs: 30_000,
  }),
};

export type QuorumReplicaOptions = Options<typeof quorumReplicaFlags> & CommonOptions;

/**
 * Every replica answers for itself: a client asks N_w of them to write or delete, N_r to read, and
 * the sizes make sure that two such sets meet. Replicas do not talk to one another.
 */
export async function startReplica(host: Host, options: QuorumReplicaOptions): Promise<Server> {
  const store = await FileStore.open(host.disk);
  const reservations = new Reservations(host.clock, store);
  const turns = new Mutex();
  const updates = new QuorumUpdates(store, turns);

  const mustBeFree = (uuid: string, name: string) => {
    if (reservations.blocking("", uuid, name) === null) return;
    throw new RpcError("ABORTED", "a linearizable write has reserved it: try again");
  };

  const replica: Partial<Handlers<typeof Replica>> = {
    /** "Replica: WRITE operation": the table, then the map and the file. */
    async write({ uuid, name, content, version }) {
      const refused = refusedWrite({ uuid, name, content });
      if (refused !== undefined) return { status: refused, uuid };
      if (!isVersion(version, host.clock)) return { status: status.badVersion, uuid };
      const id = uuid.toLowerCase();
      const check = () => mustBeFree(id, name);
      const object = { uuid: id, name, content, version, sequence: 0, deleted: false };
      return { uuid, ...(await updates.execute({ kind: "write", object, check })) };
    },
    /** "Replica: READ operation": what this replica holds, old as it may be. */
    async read({ uuid }) {
      return readObject(store, uuid);
    },
    /** "Replica: DELETE operation": a tombstone also for a uuid that this replica never saw. */
    async delete({ uuid, version }) {
      const refused = refusedDelete({ uuid });
      if (refused !== undefined) return { status: refused };
      if (!isVersion(version, host.clock)) return { status: status.badVersion };
      const id = uuid.toLowerCase();
      const check = () => mustBeFree(id, "");
      const object = { uuid: id, name: "", content: "", version, sequence: 0, deleted: true };
      return updates.execute({ kind: "delete", object, check });
    },
    list: () => listObjects(store),
  };

  const server = await host.serve(options.address, [
    implement(Replica, replica),
    implement(
      Quorum,
      reservationHandlers({ clock: host.clock, store, reservations, updates, turns }),
    ),
  ]);
  let membership: Membership | undefined;
  const stop = async (graceMs?: number) => {
    await membership?.leave();
    await server.stop(graceMs);
    await store.close();
  };
  const { address, setServing } = server;
  try {
    membership = await Membership.join(host, options, address, () => nextIncarnation(store));
  } catch (error) {
    await stop(0);
    throw error;
  }
  return { address, setServing, stop };
}

if (import.meta.main) {
  await runNode({
    role: "replica-quorum",
    summary: "A replica of the file store, quorum-based protocol.",
    flags: quorumReplicaFlags,
    start: startReplica,
  });
}
