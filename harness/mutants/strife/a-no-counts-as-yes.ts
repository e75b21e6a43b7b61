/** The gateway does not look at how a bank votes. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: [
    "AC1: all participants decide alike",
    "AC3: a commit has the Yes of all, for both sides",
    "AC5: once all is repaired, all decide",
    "liveness",
  ],
  edits: [
    {
      file: "two-phase-commit.ts",
      find: 'vote === "YES", voters',
      replace: "true, voters",
    },
  ],
};
