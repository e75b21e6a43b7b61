/** Of two words on one path the second counts, so that a traitor can take his word back. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: [
    "each loyal general decides by what it was told",
    "each loyal general tells the others what it was told",
  ],
  edits: [
    {
      file: "oral.ts",
      find: "if (!this.#told.has(path)) this.#told.set(path, order);",
      replace: "this.#told.set(path, order);",
    },
  ],
};
