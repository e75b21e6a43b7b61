/**
 * Weights are taken from the first report on, which has seen next to no requests.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["weighted round robin: shares follow what each can do, once that is known"],
  edits: [
    {
      file: "weighted-round-robin.ts",
      find: "const blackoutMs = 1_000;",
      replace: "const blackoutMs = -1;",
    },
  ],
};
