/**
 * What a client says has just failed is named again: its retries go to the same dead backend.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["what is excluded is not named"],
  edits: [
    {
      file: "choose.ts",
      find: "const excluded = new Set(query.exclude);",
      replace: "const excluded = new Set(query.exclude.slice(0, 0));",
    },
  ],
};
