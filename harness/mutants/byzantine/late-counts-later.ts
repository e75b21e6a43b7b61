/** What comes too late is taken for a word of the next round. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: ["what comes too late counts in no round"],
  edits: [
    {
      file: "inbox.ts",
      find: "if (round <= this.#closed) return false;",
      replace: "if (round <= this.#closed) return this.put(this.#closed + 1, sender, messages);",
    },
  ],
};
