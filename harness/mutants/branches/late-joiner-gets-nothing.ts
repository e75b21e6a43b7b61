/**
 * A branch that comes back is taken to have all: what it missed is never sent.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["kill", "power-failure"],
  caughtBy: ["liveness", "in the end all branches hold the same"],
  edits: [
    {
      file: "peer-link.ts",
      find: "    this.#acknowledged = undefined;\n",
      replace: "    this.#acknowledged = this.#source.ledger.applied(this.#source.ledger.id);\n",
    },
  ],
};
