/**
 * The primary reads from its memory although nobody may be following it any more. After a pause
 * or behind a partition it answers what its successor has overwritten.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "majority",
  faults: ["pause", "partition", "isolate"],
  caughtBy: ["linearizable"],
  edits: [
    {
      file: "primary.ts",
      find: "return this.#followers.remainingMs(rank, live, needed);",
      replace: "return options.leaseMs + 0 * this.#followers.remainingMs(rank, live, needed);",
    },
  ],
};
