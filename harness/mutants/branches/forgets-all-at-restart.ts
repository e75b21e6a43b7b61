/**
 * A branch does not read its book when it starts: what it had answered is gone.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["kill", "power-failure"],
  caughtBy: [
    "each query counts every answered update once",
    "money is conserved",
    "in the end all branches hold the same",
    "liveness",
  ],
  edits: [
    {
      file: "ledger.ts",
      find: 'if (record.kind === "update") this.#enter(record.update);',
      replace: 'if (record.kind === "update") continue;',
    },
  ],
};
