/**
 * A backslash stands for itself, so that `\\t` and a tab are one. Pairs come back changed.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["any key and any value comes through"],
  edits: [
    {
      file: "line-format.ts",
      find: "escapes[backslash] = backslash;",
      replace: "",
    },
  ],
};
