/**
 * A read prefers a content to a tombstone, however new that is. No fault is needed; deleted files
 * are read again.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["a deleted file stays deleted", "regular"],
  edits: [
    {
      file: "quorum-answers.ts",
      find: "return deletedOne === deletedOther ? one.version > other.version : deletedOne;",
      replace: "return deletedOne === deletedOther ? one.version > other.version : deletedOther;",
    },
  ],
};
