/**
 * Runs the fail-over key-value store on real processes: N servers and clients. Servers are killed
 * one after the other, as a group and all of them, and revived; replies are lost; every answer goes
 * into a history that is judged. Ends by itself. Success: every check passes, exit 0.
 *
 *   bun run harness/kv-failover.ts --servers 10
 */
import { failoverFlags } from "./failover/flags.ts";
import { failoverFlow } from "./failover/flow.ts";
import { runCommand } from "./kit/command.ts";

await runCommand({
  name: "kv-failover",
  summary: "The fail-over key-value store: the primary dies, the next rank takes over.",
  flags: failoverFlags,
  run: failoverFlow,
});
