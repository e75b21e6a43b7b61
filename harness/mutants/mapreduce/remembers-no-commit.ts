/**
 * The journal has no commits. After a restart of the master what was done is not done.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared folder",
  faults: ["kill"],
  caughtBy: ["what is done stays done"],
  edits: [
    {
      file: "job.ts",
      find: 'this.#remember({ type: "committed",',
      replace: 'void ({ type: "committed",',
    },
  ],
};
