/** An answer that is given again is not marked as such. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["one key has one answer"],
  edits: [
    {
      file: "payments.ts",
      find: "return { receipt: known.receipt, replayed: true };",
      replace: "return { receipt: known.receipt, replayed: false };",
    },
  ],
};
