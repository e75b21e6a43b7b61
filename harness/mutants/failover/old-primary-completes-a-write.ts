/**
 * A backup accepts what a primary of an earlier epoch sends. After a pause or a partition two
 * primaries write into the same logs.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "majority",
  faults: ["pause", "partition", "isolate"],
  caughtBy: ["linearizable", "all servers hold the same", "liveness"],
  edits: [
    {
      file: "backup.ts",
      find: "if (epoch < replica.promised) return this.#answer();",
      replace: "",
    },
  ],
};
