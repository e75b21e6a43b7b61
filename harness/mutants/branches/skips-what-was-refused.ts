/**
 * Updates that a branch was down for are dropped instead of kept for it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["kill", "power-failure"],
  caughtBy: [
    "in the end all branches hold the same",
    "liveness",
    "each query counts every answered update once",
  ],
  edits: [
    {
      file: "peer-link.ts",
      find: "    this.#down = true;\n",
      replace: `    this.#down = true;
    this.#acknowledged = this.#source.ledger.applied(this.#source.ledger.id);
`,
    },
    {
      file: "peer-link.ts",
      find: "    this.#acknowledged = undefined;\n",
      replace: "",
    },
  ],
};
