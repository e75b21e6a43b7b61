/** There are as many kings as traitors, so that all of them may be traitors. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "phase-king",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: [
    "IC1: all loyal generals obey the same order",
    "each loyal general decides by what it was told",
    "loyal generals send as many messages as the formula says",
  ],
  edits: [
    {
      file: "phase-king.ts",
      find: "stepsOfPhase.length * (position.traitors + 1)",
      replace: "stepsOfPhase.length * position.traitors",
    },
  ],
};
