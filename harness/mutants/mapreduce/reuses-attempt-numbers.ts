/**
 * A restarted master counts attempts from the beginning, so that two executions have one name.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["a restarted master uses no attempt number again"],
  edits: [
    {
      file: "job-events.ts",
      find: "task.attempts++;",
      replace: "",
    },
  ],
};
