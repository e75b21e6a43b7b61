/** A key that has been paid is paid again when it comes again. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["lose-request", "lose-reply", "delay", "duplicate"],
  caughtBy: [
    "one key has one answer",
    "at most one debit a key",
    "what users were told is what the ledgers hold",
  ],
  edits: [
    {
      file: "sqlite-payments.ts",
      find: 'if (known.state !== "aborted" || known.fingerprint',
      replace: "if (known.fingerprint",
    },
  ],
};
