/**
 * Under `majority` a backup acknowledges before its disk has the write. When the power fails, a
 * majority no longer means that somebody has it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "majority",
  faults: ["power-failure", "disk-power-failure"],
  caughtBy: ["linearizable"],
  edits: [
    { file: "guarantee.ts", find: "durableBackups: true,", replace: "durableBackups: false," },
  ],
};
