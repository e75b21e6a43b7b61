/**
 * Whoever leaves takes the name off the list, whichever incarnation has it: a process that was slow
 * to end removes its successor.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["an older incarnation can neither replace nor remove the newer"],
  edits: [
    {
      file: "backend-list.ts",
      find: "if (this.#entries.get(id)?.incarnation !== incarnation) return;",
      replace: "if (this.#entries.get(id) === undefined || incarnation < 0) return;",
    },
  ],
};
