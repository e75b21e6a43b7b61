/**
 * A server that comes back keeps what it wrote in an epoch of which nothing is left.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "majority",
  faults: ["isolate", "partition", "one-way"],
  caughtBy: ["linearizable", "all servers hold the same"],
  edits: [
    {
      file: "epochs.ts",
      find: "return Math.min(ownEnd, theirEnd);",
      replace: "return Math.max(sequence, Math.min(ownEnd, theirEnd));",
    },
  ],
};
