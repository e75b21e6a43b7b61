/**
 * A report does not replace what was handed out before it, which is then counted for ever: a
 * backend that has served much looks busy.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["least load: a report replaces what was handed out before it"],
  edits: [
    {
      file: "backend-list.ts",
      find: `    entry.reportedAtMs = nowMs;
    entry.handedOut = 0;`,
      replace: "    entry.reportedAtMs = nowMs;",
    },
  ],
};
