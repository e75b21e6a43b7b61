/**
 * A file stands in the index once for each of its map tasks.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["inverted index is as defined"],
  edits: [
    {
      file: "applications/inverted-index.ts",
      find: "[...new Set(names)]",
      replace: "[...names]",
    },
  ],
};
