/**
 * Files stand in the index in the order in which they were found backwards.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["inverted index is as defined"],
  edits: [
    {
      file: "applications/inverted-index.ts",
      find: "Buffer.compare(Buffer.from(one), Buffer.from(other))",
      replace: "Buffer.compare(Buffer.from(other), Buffer.from(one))",
    },
  ],
};
