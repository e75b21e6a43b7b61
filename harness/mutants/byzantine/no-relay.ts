/** A lieutenant keeps to himself what he was told. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: [
    "each loyal general tells the others what it was told",
    "loyal generals send as many messages as the formula says",
  ],
  edits: [
    {
      file: "oral.ts",
      find: "if ((self === commander) !== (round === 1)) return new Map();",
      replace: "if (self !== commander || round > 1) return new Map();",
    },
  ],
};
