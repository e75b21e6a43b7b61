/** A lieutenant who knows both orders obeys the one that he heard first. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "signed",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: [
    "each loyal general decides by what it was told",
    "IC1: all loyal generals obey the same order",
  ],
  edits: [
    {
      file: "signed.ts",
      find: "return more.length === 0 ? (first ?? defaultOrder) : defaultOrder;",
      replace: "return more.length >= 0 ? (first ?? defaultOrder) : defaultOrder;",
    },
  ],
};
