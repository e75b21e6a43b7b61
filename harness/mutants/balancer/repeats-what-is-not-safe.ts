/**
 * A call that may have been executed is sent to another backend, safe to repeat or not: it may
 * happen twice.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["what is not safe to repeat is executed at most once"],
  edits: [
    {
      file: "lookaside-client.ts",
      find: "const safe = error.definite || limits.repeatable;",
      replace: "const safe = error.definite || limits.timeoutMs > 0;",
    },
  ],
};
