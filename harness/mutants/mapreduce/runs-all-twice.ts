/**
 * Every idle worker gets a task, also one that somebody is at. No fault is needed; tasks run
 * twice.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["every task runs exactly once when nothing fails"],
  edits: [
    {
      file: "task-state.ts",
      find: "return this.committed === undefined && this.running.length === 0;",
      replace: "return this.committed === undefined;",
    },
  ],
};
