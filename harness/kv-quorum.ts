/**
 * Runs the replicated file store under the quorum-based protocol, on real processes: a registry, N
 * replicas, clients. Ends by itself. Success: every check passes, exit 0.
 *
 *   bun run harness/kv-quorum.ts --replicas 5 --read-quorum 3 --write-quorum 3
 */
import { quorumProblem } from "../nodes/filestore/quorum-sizes.ts";
import { fileStoreFlow } from "./filestore/flow.ts";
import { quorum, quorumFlags } from "./filestore/protocols.ts";
import { runCommand } from "./kit/command.ts";

await runCommand({
  name: "kv-quorum",
  summary: "The replicated file store, quorum-based: N_r replicas answer a read, N_w take a write.",
  flags: quorumFlags,
  problem: quorumProblem,
  run: (context) => fileStoreFlow(context, quorum(context.options)),
});
