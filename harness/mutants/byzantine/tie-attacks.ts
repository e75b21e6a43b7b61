/** With as many votes for attack as for retreat the generals attack. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "each loyal general decides by what it was told",
    "IC1: all loyal generals obey the same order",
    "IC2: a loyal commander is obeyed",
  ],
  edits: [
    {
      file: "order.ts",
      find: "2 * attacks > votes.length",
      replace: "2 * attacks >= votes.length",
    },
  ],
};
