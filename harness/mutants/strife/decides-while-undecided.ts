/** A bank that asks while votes are still awaited is told to abort. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["lose-request", "lose-reply", "delay", "duplicate", "slow-disk", "pause", "partition"],
  caughtBy: [
    "AC1: all participants decide alike",
    "liveness",
    "AC5: once all is repaired, all decide",
  ],
  edits: [
    {
      file: "payments.ts",
      find: '(undecided[place] ? "UNDECIDED" : decision)',
      replace: '(undecided[place] && decision === "UNDECIDED" ? "ABORT" : decision)',
    },
  ],
};
