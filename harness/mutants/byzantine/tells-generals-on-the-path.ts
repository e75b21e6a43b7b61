/** A lieutenant tells also those whose word it is what they said. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "each loyal general tells the others what it was told",
    "loyal generals send as many messages as the formula says",
  ],
  edits: [
    {
      file: "oral.ts",
      find: "if (!path.includes(letterOf(to))) messages.push(message);",
      replace: "messages.push(message);",
    },
  ],
};
