/**
 * A task that fails by the application's fault is tried again without end.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["an application that fails ends the job"],
  edits: [
    {
      file: "job.ts",
      find: "if (task.failures < this.#limits.attempts) return;",
      replace: "if (task.failures < 1e9) return;",
    },
  ],
};
