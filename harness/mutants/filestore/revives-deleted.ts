/**
 * A deleted file can be written again. No fault is needed; a deleted file does not stay deleted.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: [],
  caughtBy: ["a deleted file stays deleted", "linearizable updates"],
  edits: [
    {
      file: "scenario.ts",
      find: "if (known.deleted) return status.deletedNotUpdated;",
      replace: "",
    },
  ],
};
