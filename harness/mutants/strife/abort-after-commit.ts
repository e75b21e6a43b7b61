/** The gateway tells the banks to abort what it has decided to commit. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["what users were told is what the ledgers hold", "AC1: all participants decide alike"],
  edits: [
    {
      file: "payments.ts",
      find: `      void this.#deliver(transaction, voters);
      return receipt;`,
      replace: `      void this.#commitment.abort(transaction, voters);
      return receipt;`,
    },
  ],
};
