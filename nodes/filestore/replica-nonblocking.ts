/**
 * Runs one replica of the primary-backup non-blocking protocol (remote-write). Ends on SIGTERM.
 * Success: `READY <id> HOST:PORT` once it has caught up with the primary, then answers.
 *
 *   bun nodes/filestore/replica-nonblocking.ts --id r1 --registry 127.0.0.1:7000
 */
import type { Host, Server } from "../host/host.ts";
import { runNode } from "../host/run-node.ts";
import { PrimaryBackupReplica, type ReplicaOptions, replicaFlags } from "./primary-backup.ts";
import type { Update } from "./update-log.ts";

/**
 * Any replica takes a write or delete; the primary executes it and confirms at once; the backups
 * get it afterwards, each in the order of the primary. Reads are local, and may be old.
 */
export async function startReplica(host: Host, options: ReplicaOptions): Promise<Server> {
  const replica = await PrimaryBackupReplica.open(host, options);

  /** "Replica: WRITE operation, detailed procedure", steps i to iv; DELETE goes the same way. */
  async function execute(update: Update) {
    // i. The replica sends it to the primary, where each update gets executed first.
    if (!replica.isPrimary) return replica.forward(update);
    // ii. The primary updates its map and its file, and confirms.
    return replica.log.execute(update);
    // iii., iv. The log hands what was applied to the replication, which sends it to every backup
    // until that has acknowledged, also when it was away for a while.
  }

  return replica.serve(execute);
}

if (import.meta.main) {
  await runNode({
    role: "replica-nonblocking",
    summary: "A replica of the file store, primary-backup non-blocking protocol.",
    flags: replicaFlags,
    start: startReplica,
  });
}
