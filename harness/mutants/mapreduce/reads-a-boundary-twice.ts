/**
 * A piece begins one line before its cut, so that lines at cuts are counted twice.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["word count is as defined"],
  edits: [
    {
      file: "input-blocks.ts",
      find: "if (found !== -1) return from + found + 1;",
      replace: "if (found !== -1) return offset;",
    },
  ],
};
