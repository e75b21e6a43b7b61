/** The gateway commits on the first Yes. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: [
    "AC1: all participants decide alike",
    "AC3: a commit has the Yes of all, for both sides",
    "AC5: once all is repaired, all decide",
    "liveness",
  ],
  edits: [
    {
      file: "coordinator.ts",
      find: 'if (awaited.size > 0) return { phase: "voting", awaited };',
      replace: "",
    },
  ],
};
