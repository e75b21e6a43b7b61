/** The client sends each attempt with a key of its own. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["lose-request", "lose-reply", "delay", "duplicate"],
  caughtBy: ["every key is one that a user made"],
  edits: [
    {
      file: "payer.ts",
      find: `{ key, payer, payee, amount },
        { timeoutMs`,
      replace: `{ key: uuidV7(this.#host), payer, payee, amount },
        { timeoutMs`,
    },
  ],
};
