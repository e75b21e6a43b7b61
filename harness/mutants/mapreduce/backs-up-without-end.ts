/**
 * A straggler gets a backup copy for every idle worker; one is enough.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["a straggler gets one backup copy"],
  edits: [
    {
      file: "job.ts",
      find: "if (committed !== undefined || only === undefined || others.length > 0) return false;",
      replace:
        "if (committed !== undefined || only === undefined || others.length > 9) return false;",
    },
  ],
};
