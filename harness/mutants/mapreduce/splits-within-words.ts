/**
 * A file is cut where the arithmetic falls, in the middle of words. Counts are wrong.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["word count is as defined"],
  edits: [
    {
      file: "input-blocks.ts",
      find: "if (offset === 0 || offset >= size) return offset;",
      replace: "if (offset >= 0 || offset >= size) return offset;",
    },
  ],
};
