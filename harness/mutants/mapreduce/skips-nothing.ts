/**
 * A bad record is not remembered, so the next attempt fails at it again.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["bad records are left out"],
  edits: [
    {
      file: "job.ts",
      find: `      task.badRecords.push(record);
`,
      replace: "",
    },
  ],
};
