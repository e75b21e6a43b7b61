/**
 * A call that fails at one backend fails for good, although others could do it.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: [
    "a call that its backend's death has failed is repeated elsewhere",
    "a call that a full queue refuses is repeated elsewhere",
  ],
  edits: [
    {
      file: "lookaside-client.ts",
      find: "const attemptsAtMost = 3;",
      replace: "const attemptsAtMost = 1;",
    },
  ],
};
