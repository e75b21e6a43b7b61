/**
 * A check that asks whether a figure is out of range lets NaN pass, which is neither below nor
 * above anything. A backend with such a load is never the least loaded, or always.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a load that can't be is refused"],
  edits: [
    {
      file: "load.ts",
      find: "if (!(value >= least && value <= most)) {",
      replace: "if (value < least || value > most) {",
    },
  ],
};
