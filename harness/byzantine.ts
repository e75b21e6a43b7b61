/**
 * Runs Byzantine generals on real processes that talk over mutual TLS: one campaign, of which it
 * shows who told whom what, what each general made of it and what each decided. Ends by itself.
 * Success: all loyal generals agree and obey a loyal commander, exit 0; 1 when they don't, 2 when
 * there are too few generals for the traitors and they agreed all the same.
 *
 *   bun run harness/byzantine.ts --generals 7 --traitors 2 --who commander,6
 */
import { campaignFlags, campaignProblem } from "./byzantine/campaign-flags.ts";
import { byzantineFlow } from "./byzantine/flow.ts";
import { runCommand } from "./kit/command.ts";

await runCommand({
  name: "byzantine",
  summary: "Byzantine generals: agreement among generals of whom some are traitors.",
  flags: campaignFlags,
  problem: campaignProblem,
  run: byzantineFlow,
});
