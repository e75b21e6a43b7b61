/** A key that comes with other parameters is answered with the first answer. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["one key has one answer"],
  edits: [
    {
      file: "payments.ts",
      find: "JSON.stringify([payer, payee, amount])",
      replace: '""',
    },
  ],
};
