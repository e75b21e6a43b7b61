/**
 * A write that arrives again is executed again, and answers as old value what it wrote itself.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["lose-reply", "duplicate"],
  caughtBy: ["linearizable"],
  edits: [
    {
      file: "data.ts",
      find: "if (known !== undefined && number <= known.number) {",
      replace: "if (known !== undefined && number < known.number) {",
    },
  ],
};
