/**
 * A branch that does not answer in time counts as down, and is not waited for. Cut off for a
 * moment, it goes on telling its customers the old balance.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["partition", "pause", "lose-request", "isolate"],
  caughtBy: ["each query counts every answered update once"],
  edits: [
    {
      file: "peer-link.ts",
      find: "return error.definite &&",
      replace: "return !error.definite ||",
    },
  ],
};
