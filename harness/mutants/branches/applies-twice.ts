/**
 * A branch applies every copy of an update that it is told. Messages that are doubled, or sent
 * again because the answer was lost, count twice.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["duplicate", "lose-reply"],
  caughtBy: [
    "each query counts every answered update once",
    "in the end all branches hold the same",
  ],
  edits: [
    {
      file: "ledger.ts",
      find: "if (update.sequence > this.applied(update.origin)) this.#apply(update);",
      replace: "this.#apply(update);",
    },
    {
      file: "ledger.ts",
      find: "sequence !== applied + 1 ||",
      replace: "sequence > applied + 1 ||",
    },
    {
      file: "ledger.ts",
      find: "this.#applied.set(origin, sequence);",
      replace: "this.#applied.set(origin, Math.max(applied, sequence));",
    },
  ],
};
