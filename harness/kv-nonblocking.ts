/**
 * Runs the replicated file store under the primary-backup non-blocking protocol, on real processes:
 * a registry, N replicas, clients. Ends by itself. Success: every check passes, exit 0.
 *
 *   bun run harness/kv-nonblocking.ts --replicas 5
 */
import { fileStoreFlow } from "./filestore/flow.ts";
import { fileStoreFlags, primaryBackup } from "./filestore/protocols.ts";
import { runCommand } from "./kit/command.ts";

await runCommand({
  name: "kv-nonblocking",
  summary:
    "The replicated file store, primary-backup. The primary answers before the backups have it.",
  flags: fileStoreFlags,
  run: (context) => fileStoreFlow(context, primaryBackup("nonblocking")),
});
