/**
 * A branch applies an update although it lacks updates of other origins that came before it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "sessions",
  faults: ["delay"],
  caughtBy: ["monotonic writes", "writes follow reads", "no overdraft"],
  edits: [
    {
      file: "branch-node.ts",
      find: "[before, ...update.after]",
      replace: "[before]",
    },
    {
      file: "ledger.ts",
      find: "sequence !== applied + 1 || this.lacks(update.after).length > 0",
      replace: "sequence !== applied + 1",
    },
  ],
};
