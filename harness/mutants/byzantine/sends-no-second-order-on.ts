/** A lieutenant sends on the first order that he hears, and not the second. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "signed",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "each loyal general tells the others what it was told",
    "IC1: all loyal generals obey the same order",
  ],
  edits: [
    {
      file: "signed.ts",
      find: "return [...this.orders.values()].filter(({ path }) => path.length === round);",
      replace:
        "return [...this.orders.values()].slice(0, 1).filter(({ path }) => path.length === round);",
    },
  ],
};
