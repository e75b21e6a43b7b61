/**
 * One lost worker fails the job. Killed workers bring it out; the job does not succeed.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared folder",
  faults: ["kill"],
  caughtBy: ["the job succeeds"],
  edits: [
    {
      file: "job.ts",
      find: "const lossesAtMost = 100;",
      replace: "const lossesAtMost = 1;",
    },
  ],
};
