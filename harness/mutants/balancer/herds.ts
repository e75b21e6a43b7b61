/**
 * What was handed out since the last report is not counted: until the next report all calls go to
 * the one backend that was idle.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["least load: 100 queries between two reports do not all go to one"],
  edits: [
    {
      file: "expected-load.ts",
      find: "const calls = inFlight + queued + handedOut;",
      replace: "const calls = inFlight + queued + 0 * handedOut;",
    },
  ],
};
