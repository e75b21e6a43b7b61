/** A refusal is not remembered: the same key may be paid later. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["lose-request", "lose-reply", "delay", "duplicate"],
  caughtBy: ["one key has one answer"],
  edits: [
    {
      file: "payments.ts",
      find: 'const decided = await this.#store.finish(transaction, "refused", receipt);',
      replace: `const decided = true;
      await this.#store.abandon(transaction);`,
    },
  ],
};
