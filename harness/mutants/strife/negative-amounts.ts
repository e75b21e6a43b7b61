/** A negative amount takes money from the payee. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["what nobody can pay is refused"],
  edits: [
    {
      file: "money.ts",
      find: "amount >= 1n &&",
      replace: "",
    },
  ],
};
