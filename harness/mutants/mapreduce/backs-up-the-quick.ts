/**
 * An attempt that goes like all others gets a backup copy as soon as somebody is idle; tasks run
 * twice although nobody is slow.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["every task runs exactly once when nothing fails", "a straggler gets one backup copy"],
  edits: [
    {
      file: "stragglers.ts",
      find: "elapsedMs < limits.backupAfterMs) return false;",
      replace: "elapsedMs < 0) return true;",
    },
    {
      file: "stragglers.ts",
      find: "return wholeMs > timesSlower * medianMs && wholeMs - elapsedMs > medianMs;",
      replace: "return true;",
    },
    {
      file: "stragglers.ts",
      find: "if (durationsMs.length === 0 ||",
      replace: "if (",
    },
    {
      file: "job.ts",
      find: "const [only, ...others] = running;",
      replace: `const [only] = running;
      const others: unknown[] = [];`,
    },
  ],
};
