/** A prepared debit is not reserved, and others may overdraw the account. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: [
    "no balance is negative, and holds are covered",
    "every balance is the sum of its payments",
    "AC5: once all is repaired, all decide",
    "liveness",
  ],
  edits: [
    {
      file: "participant.ts",
      find: '{ phase: "prepared", effect: "reserve" }',
      replace: '{ phase: "prepared", effect: "none" }',
    },
  ],
};
