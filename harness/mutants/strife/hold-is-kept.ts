/** What was reserved is not set free by an abort. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["lose-request", "lose-reply", "delay", "duplicate"],
  caughtBy: ["every balance is the sum of its payments", "liveness"],
  edits: [
    {
      file: "participant.ts",
      find: 'return { phase: "aborted", effect: "release" };',
      replace: 'return { phase: "aborted", effect: "none" };',
    },
  ],
};
