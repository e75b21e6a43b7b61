/** A round ends as soon as one general was heard. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "what loyal generals tell one another comes in time",
    "IC1: all loyal generals obey the same order",
    "IC2: a loyal commander is obeyed",
    "loyal generals send as many messages as the formula says",
  ],
  edits: [
    {
      file: "inbox.ts",
      find: "speakers.every((speaker) => told.has(speaker))",
      replace: "speakers.some((speaker) => told.has(speaker))",
    },
  ],
};
