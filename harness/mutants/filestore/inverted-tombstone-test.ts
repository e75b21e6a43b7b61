/**
 * A write asks for the tombstone the wrong way round. Deleted files are written again, and live
 * ones are not. No fault is needed.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["a deleted file stays deleted", "regular"],
  edits: [
    {
      file: "scenario.ts",
      find: "if (known.deleted) return status.deletedNotUpdated;",
      replace: "if (!known.deleted) return status.deletedNotUpdated;",
    },
  ],
};
