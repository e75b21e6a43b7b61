/**
 * An order counts with fewer signatures than rounds: told to one general in the last round, he can
 * tell it to nobody.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "signed",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: ["IC1: all loyal generals obey the same order"],
  edits: [
    {
      file: "signed.ts",
      find: "path.length === round &&",
      replace: "path.length <= round &&",
    },
  ],
};
