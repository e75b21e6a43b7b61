/**
 * A receive ticks the own clock, and does not look at the time of the message (IR2 is missing).
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "clocks",
  faults: [],
  caughtBy: ["a receive is later than its send"],
  edits: [
    {
      file: "lamport.ts",
      find: "Math.max(this.#clock, received) + 1",
      replace: "Math.max(this.#clock, received * 0) + 1",
    },
  ],
};
