/** What the gateway does not know of, it says was committed. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [
    "lose-request",
    "lose-reply",
    "delay",
    "duplicate",
    "kill",
    "disk-kill",
    "crash-before",
    "crash-after-execution",
  ],
  caughtBy: [
    "AC1: all participants decide alike",
    "AC3: a commit has the Yes of all, for both sides",
    "no money is made or lost",
    "every balance is the sum of its payments",
    "at most one debit a key",
  ],
  edits: [
    {
      file: "sqlite-payments.ts",
      find: '? "COMMIT" : "ABORT"',
      replace: '? "COMMIT" : "COMMIT"',
    },
  ],
};
