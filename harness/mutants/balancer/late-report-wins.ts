/**
 * Reports are taken as they come: one that was overtaken brings back an old load.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a report that arrives late does not undo a newer one"],
  edits: [
    {
      file: "backend-list.ts",
      find: "if (sequence <= entry.sequence) return;",
      replace: "if (sequence < 0) return;",
    },
  ],
};
