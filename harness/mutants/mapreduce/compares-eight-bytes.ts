/**
 * Long words with the same beginning and length count as one.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["word count is as defined"],
  edits: [
    {
      file: "word-table.ts",
      find: "if (this.#arena[at + offset] !== bytes[at]) return false;",
      replace: "",
    },
    {
      file: "word-token.ts",
      find: "for (let at = start + 8; at < end; at++) {",
      replace: "for (let at = end; at < end; at++) {",
    },
  ],
};
