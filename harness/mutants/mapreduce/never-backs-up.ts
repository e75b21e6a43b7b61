/**
 * Stragglers are left alone; no backup copy starts.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["a straggler gets one backup copy"],
  edits: [
    {
      file: "job.ts",
      find: "return isStraggler(only, durationsMs, this.#nowMs(), this.#limits);",
      replace: "return false;",
    },
  ],
};
