/**
 * A client is told of its own deletion as if another had been before it. One replica takes the
 * deletion, another sends it back for its version, and the second attempt meets the first. Clocks
 * that differ are enough; there is no deletion to blame. (The file store once was so.)
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["what is called deleted was deleted by somebody"],
  edits: [
    {
      file: "quorum-client.ts",
      find: "const done = answer.status === status.alreadyDeleted && own.has(answer.version);",
      replace: "const done = false;",
    },
  ],
};
