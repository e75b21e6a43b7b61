/**
 * A server that was away takes the word of its own connections for who has crashed: it leads with
 * its old state as soon as the others do not answer.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["kill", "power-failure", "disk-kill", "crash-after-execution"],
  caughtBy: ["linearizable"],
  edits: [
    {
      file: "guarantee.ts",
      find: "const isWitness = stayed && live.includes(rank);",
      replace: "const isWitness = stayed || live.includes(rank);",
    },
  ],
};
