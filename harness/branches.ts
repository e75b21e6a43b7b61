/**
 * Runs the branch bank on real processes: one a branch, and the customers of an input file, whose
 * events are carried out in the order of their lists. Ends by itself. Success: every check passes,
 * exit 0; an input that is wrong is refused with the place in it, exit 64, and nothing is run.
 *
 *   bun run harness/branches.ts --input inputs/branches/balance.json --output result.json
 *   bun run harness/branches.ts --input inputs/branches/sessions.json --propagation-delay 200ms
 */
import { bankFlags, bankProblem } from "./branches/bank-flags.ts";
import { bankFlow } from "./branches/flow.ts";
import { runCommand } from "./kit/command.ts";

await runCommand({
  name: "branches",
  summary: "One account at many branches: exact balances, Lamport's clocks, session guarantees.",
  flags: bankFlags,
  problem: bankProblem,
  run: bankFlow,
});
