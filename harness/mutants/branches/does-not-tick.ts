/**
 * A receive takes the later of both times without ticking (IR1 is missing).
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "clocks",
  faults: [],
  caughtBy: ["no two events of a process share a time", "a receive is later than its send"],
  edits: [
    {
      file: "lamport.ts",
      find: "Math.max(this.#clock, received) + 1",
      replace: "Math.max(this.#clock + (received > 0 ? 0 : 1), received)",
    },
  ],
};
