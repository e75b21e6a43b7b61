/** A bank that has heard of no decision waits for it for ever. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [
    "lose-request",
    "lose-reply",
    "delay",
    "duplicate",
    "kill",
    "disk-kill",
    "crash-before",
    "crash-after-execution",
  ],
  caughtBy: ["AC5: once all is repaired, all decide"],
  edits: [
    {
      file: "bank.ts",
      find: "host.clock.every(options.inDoubtMs, () => resolveDoubts(host, ledger));",
      replace: "void resolveDoubts;",
    },
  ],
};
