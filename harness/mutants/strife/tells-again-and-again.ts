/** A user is told of an end at every occasion. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["users are told of each payment once, in order"],
  edits: [
    {
      file: "payer.ts",
      find: "await this.#queue.markTold(payment.key);",
      replace: "",
    },
  ],
};
