/**
 * Runs one replica of the primary-backup blocking protocol (remote-write). Ends on SIGTERM.
 * Success: `READY <id> HOST:PORT` once it has caught up with the primary, then answers.
 *
 *   bun nodes/filestore/replica-blocking.ts --id r1 --registry 127.0.0.1:7000
 */
import type { Host, Server } from "../host/host.ts";
import { runNode } from "../host/run-node.ts";
import { PrimaryBackupReplica, type ReplicaOptions, replicaFlags } from "./primary-backup.ts";
import type { Update } from "./update-log.ts";

/**
 * Any replica takes a write or delete; the primary executes it first; the client has its answer
 * only when all backups have acknowledged. Reads are local.
 */
export async function startReplica(host: Host, options: ReplicaOptions): Promise<Server> {
  const replica = await PrimaryBackupReplica.open(host, options);

  /** "Replica: WRITE operation, detailed procedure", steps i to v; DELETE goes the same way. */
  async function execute(update: Update) {
    // i. The replica sends it to the primary, where each update gets executed first.
    if (!replica.isPrimary) return replica.forward(update);
    // ii. The primary updates its map and its file, then sends the update to all backups,
    const applied = await replica.log.execute(update);
    // iii., iv. which do the same and acknowledge; the primary waits for all of them.
    await replica.replication.acknowledged(applied.sequence);
    // v. It confirms to the replica that forwarded, which answers the client.
    return applied;
  }

  return replica.serve(execute);
}

if (import.meta.main) {
  await runNode({
    role: "replica-blocking",
    summary: "A replica of the file store, primary-backup blocking protocol.",
    flags: replicaFlags,
    start: startReplica,
  });
}
