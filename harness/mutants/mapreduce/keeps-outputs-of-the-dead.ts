/**
 * Map outputs count although they went with their worker. A dead mapper brings it out; they are
 * not made again.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["map outputs that are gone are made again"],
  edits: [
    {
      file: "job.ts",
      find: "if (!this.#plan.sharedNothing || this.hasSucceeded) return;",
      replace: "return;",
    },
  ],
};
