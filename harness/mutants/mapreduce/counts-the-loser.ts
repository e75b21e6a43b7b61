/**
 * The counters of a backup's loser count instead of the winner's. They differ from what was read.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["counters are counted once"],
  edits: [
    {
      file: "task-state.ts",
      find: "return this.counted?.counters ?? furthest?.counters ?? noCounters;",
      replace: "return furthest?.counters ?? this.counted?.counters ?? noCounters;",
    },
    {
      file: "job.ts",
      find: 'for (const other of [...task.running]) task.end(other, "late", this.#nowMs());',
      replace: "",
    },
  ],
};
