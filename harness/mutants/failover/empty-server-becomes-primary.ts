/**
 * At the first start a server waits for nobody. Two of them begin apart, and what one
 * acknowledged is thrown away when they meet.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["kill", "power-failure", "disk-kill", "crash-after-execution", "delay"],
  caughtBy: ["linearizable", "liveness"],
  edits: [
    {
      file: "guarantee.ts",
      find: `const present = new Set(states.map((state) => state.rank));
    // Who stopped`,
      replace: `if (newestMembership(states).epoch < 0) return [];
    const present = new Set(states.map((state) => state.rank));
    // Who stopped`,
    },
  ],
};
