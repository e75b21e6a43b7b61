/**
 * Letters beyond ASCII part words. Words of other tongues are wrong.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["word count is as defined"],
  edits: [
    {
      file: "words.ts",
      find: "if (byte >= 0x80) return beyondAscii;",
      replace: "if (byte >= 0x80) return separator;",
    },
  ],
};
