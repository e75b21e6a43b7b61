/**
 * The first attempt may use up the whole time of a call: a backend that stands still fails it.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a call at a backend that stands still is repeated elsewhere in time"],
  edits: [
    {
      file: "lookaside-client.ts",
      find: "tried.length < attemptsAtMost ? 0.5 : 1;",
      replace: "tried.length < attemptsAtMost ? 1 : 1;",
    },
  ],
};
