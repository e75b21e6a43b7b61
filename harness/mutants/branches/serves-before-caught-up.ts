/**
 * A branch that starts answers at once, with the balance from before it went down.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["kill", "power-failure", "crash-before"],
  caughtBy: ["each query counts every answered update once"],
  edits: [
    {
      file: "branch-node.ts",
      find: "  #serving = false;",
      replace: "  #serving = true;",
    },
  ],
};
