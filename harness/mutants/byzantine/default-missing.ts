/** What was never told counts for attack, where the paper has retreat. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "each loyal general tells the others what it was told",
    "each loyal general decides by what it was told",
  ],
  edits: [
    {
      file: "oral.ts",
      find: "return this.#told.get(path) ?? defaultOrder;",
      replace: 'return this.#told.get(path) ?? "ATTACK";',
    },
  ],
};
