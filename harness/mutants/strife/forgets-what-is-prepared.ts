/** A bank forgets old transactions, also those that are not decided. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a bank forgets what is finished, and nothing else"],
  edits: [
    {
      file: "forgetting.ts",
      find: ` AND phase <> 'prepared' LIMIT`,
      replace: " LIMIT",
    },
  ],
};
