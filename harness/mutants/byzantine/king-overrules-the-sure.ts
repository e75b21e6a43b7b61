/** Everybody takes the king's word, also who is sure that all loyal generals hold an order. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "phase-king",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: [
    "IC1: all loyal generals obey the same order",
    "IC2: a loyal commander is obeyed",
    "each loyal general decides by what it was told",
  ],
  edits: [
    {
      file: "phase-king.ts",
      find: '(step === "commander" || !this.#isSure())',
      replace: '(step !== "first exchange" || !this.#isSure())',
    },
  ],
};
