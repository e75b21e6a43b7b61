/** Any bytes will do for a signature. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "signed",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: ["IC1: all loyal generals obey the same order", "IC2: a loyal commander is obeyed"],
  edits: [
    {
      file: "seals.ts",
      find: "return verify(null, this.#signed(before), checker, signature);",
      replace:
        "return verify(null, this.#signed(before), checker, signature) || signature.length > 0;",
    },
  ],
};
