/** A time-out before the decision is answered as if it were a refusal for good. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["lose-request", "lose-reply", "delay", "duplicate"],
  caughtBy: ["what did not happen can be tried again"],
  edits: [
    {
      file: "payments.ts",
      find: `    await this.#store.abandon(transaction);
    void`,
      replace: `    const never = this.#receipt(order, transaction, "REFUSED", "time-out");
    await this.#store.finish(transaction, "refused", never);
    void`,
    },
  ],
};
