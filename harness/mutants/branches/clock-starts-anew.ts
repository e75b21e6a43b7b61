/**
 * The clock begins at 0 after a restart: times are given twice.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "clocks",
  faults: ["kill", "power-failure"],
  caughtBy: ["no two events of a process share a time", "a receive is later than its send"],
  edits: [
    {
      file: "lamport.ts",
      find: "this.#clock = known.reduce((latest, { clock }) => Math.max(latest, clock), 0);",
      replace: "this.#clock = 0;",
    },
  ],
};
