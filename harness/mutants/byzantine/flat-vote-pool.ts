/** The majority is taken of all that was told at once, not at each branch of the tree. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "IC1: all loyal generals obey the same order",
    "IC2: a loyal commander is obeyed",
    "each loyal general decides by what it was told",
  ],
  edits: [
    {
      file: "oral.ts",
      find: "return self === commander ? order : majority(this.#lastVotes());",
      replace: "return self === commander ? order : majority([...this.#told.values()]);",
    },
  ],
};
