/** The user and the banks hear of a commit before it is durable. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["disk-kill"],
  caughtBy: [
    "what users were told is what the ledgers hold",
    "AC1: all participants decide alike",
    "at most one debit a key",
  ],
  edits: [
    {
      file: "payments.ts",
      find: 'const decided = await this.#store.finish(transaction, "committed", receipt);',
      replace: `const decided = true;
      void this.#store.finish(transaction, "committed", receipt);`,
    },
  ],
};
