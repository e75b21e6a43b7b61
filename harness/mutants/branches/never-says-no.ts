/**
 * A withdrawal is paid whatever the balance is.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: [],
  caughtBy: ["no overdraft", "a withdrawal succeeds only when the money is there"],
  edits: [
    {
      file: "ledger.ts",
      find: "if (withdraw && money > this.#balance) {",
      replace: "if (withdraw && money > this.#balance * 1_000_000n) {",
    },
  ],
};
