/** What traitors say that they decided counts for the agreement. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: ["IC1 and IC2 ask loyal generals alone"],
  edits: [
    {
      file: "consistency.ts",
      find: "decisions.filter((_, general) => !traitors.includes(general))",
      replace: "[...decisions]",
    },
  ],
};
