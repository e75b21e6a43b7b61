/**
 * A withdrawal is refused unless a good part of the balance is left.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: [],
  caughtBy: ["a withdrawal is refused only when the money is not there"],
  edits: [
    {
      file: "ledger.ts",
      find: "if (withdraw && money > this.#balance) {",
      replace: "if (withdraw && money > this.#balance / 4n) {",
    },
  ],
};
