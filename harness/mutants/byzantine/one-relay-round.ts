/** There are two rounds, as for one traitor, although there may be two. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "IC1: all loyal generals obey the same order",
    "each loyal general decides by what it was told",
    "loyal generals send as many messages as the formula says",
  ],
  edits: [
    {
      file: "oral.ts",
      find: "this.rounds = position.traitors + 1;",
      replace: "this.rounds = Math.min(position.traitors + 1, 2);",
    },
  ],
};
