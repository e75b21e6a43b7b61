/** A lieutenant counts what others were told, and not what he was told himself. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "IC1: all loyal generals obey the same order",
    "IC2: a loyal commander is obeyed",
    "each loyal general decides by what it was told",
  ],
  edits: [
    {
      file: "oral.ts",
      find: "return [this.#orderOn(path), ...others.map",
      replace: "return [...others.map",
    },
  ],
};
