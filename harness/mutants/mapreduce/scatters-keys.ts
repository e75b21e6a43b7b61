/**
 * The partition of a key depends on what else a map task has seen, so that a key is in several
 * outputs.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["word count is as defined"],
  edits: [
    {
      file: "map-output.ts",
      find: "? hashBytes(key, start, end) % reduceTasks",
      replace: "? hashBytes(key, 0, end) % reduceTasks",
    },
  ],
};
