/** A bank remembers every transaction for ever, and its database grows without end. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a bank forgets what is finished, and nothing else"],
  edits: [
    {
      file: "bank.ts",
      find: "  host.clock.every(forgetEveryMs, () => ledger.forgetFinished());",
      replace: "  void forgetEveryMs;",
    },
  ],
};
