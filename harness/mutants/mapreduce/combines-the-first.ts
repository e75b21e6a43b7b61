/**
 * A combiner sees only the first values of a key; the others are lost.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["a combiner loses nothing"],
  edits: [
    {
      file: "pair-buffer.ts",
      find: "Iterator.from(pairs).map(",
      replace: "Iterator.from(pairs).take(1).map(",
    },
  ],
};
