/**
 * Calls count until the next report although most are finished before it: whoever reported last
 * looks idle and gets a burst.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["least load: what is finished between reports is reckoned"],
  edits: [
    {
      file: "expected-load.ts",
      find: "return Math.max(0, calls - finished);",
      replace: "return Math.max(0, calls - 0 * finished);",
    },
  ],
};
