/** The queue sends the newest payment first. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a queue survives its client"],
  edits: [
    {
      file: "payment-queue.ts",
      find: "state = 'waiting' ORDER BY place LIMIT 1",
      replace: "state = 'waiting' ORDER BY place DESC LIMIT 1",
    },
  ],
};
