/** Who is undecided with nearly all others does not follow the king. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "phase-king",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: [
    "known attacks do no harm",
    "IC1: all loyal generals obey the same order",
    "each loyal general decides by what it was told",
  ],
  edits: [
    {
      file: "phase-king.ts",
      find: "return isOrder(this.#held) && count",
      replace: "return count",
    },
  ],
};
