/**
 * Runs the replicated file store under the primary-backup blocking protocol, on real processes:
 * a registry, N replicas, clients. Ends by itself. Success: every check passes, exit 0.
 *
 *   bun run harness/kv-blocking.ts --replicas 5
 */
import { fileStoreFlow } from "./filestore/flow.ts";
import { fileStoreFlags, primaryBackup } from "./filestore/protocols.ts";
import { runCommand } from "./kit/command.ts";

await runCommand({
  name: "kv-blocking",
  summary: "The replicated file store, primary-backup. An answer means that all backups have it.",
  flags: fileStoreFlags,
  run: (context) => fileStoreFlow(context, primaryBackup("blocking")),
});
