/**
 * Runs Strife on real processes over mutual TLS: three banks, a gateway and four clients. They
 * register, log in, pay and are refused; replies are lost, a client goes offline, banks stand still
 * and die, nodes are killed at the steps of a payment. Ends by itself. Success: money moved at most
 * once a key, everywhere or nowhere, and users were told what the ledgers hold, exit 0.
 *
 *   bun run harness/strife.ts --cells 40
 */
import { runCommand } from "./kit/command.ts";
import { strifeFlags, strifeFlow } from "./strife/flow.ts";

await runCommand({
  name: "strife",
  summary: "A payment gateway over banks: two-phase commit, payments at most once.",
  flags: strifeFlags,
  run: strifeFlow,
});
