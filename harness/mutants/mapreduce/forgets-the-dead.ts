/**
 * What a dead worker was at stays in progress. The task is never run again.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["the task of a dead worker is run again"],
  edits: [
    {
      file: "job.ts",
      find: "if (running.worker === worker) this.#end(task, running);",
      replace: "",
    },
  ],
};
