/**
 * A backup answers what has not reached all others yet: another one answers older values later.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["delay", "lose-request"],
  caughtBy: ["linearizable"],
  edits: [
    {
      file: "reading.ts",
      find: "if (entry.sequence > this.#replica.committed) await",
      replace: "if (entry.sequence < 0) await",
    },
  ],
};
