/**
 * A tab within a key stands for itself, and ends the key. Pairs come back changed.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["any key and any value comes through"],
  edits: [
    {
      file: "line-format.ts",
      find: "escapes[tab] = letterT;",
      replace: "",
    },
  ],
};
