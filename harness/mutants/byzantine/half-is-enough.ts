/** In the first exchange more than half of the words are enough to hold an order. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "phase-king",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "each loyal general tells the others what it was told",
    "each loyal general decides by what it was told",
    "IC1: all loyal generals obey the same order",
  ],
  edits: [
    {
      file: "phase-king.ts",
      find: "count(orders, order) >= generals - traitors",
      replace: "2 * count(orders, order) > generals",
    },
  ],
};
