/** An abort that comes first is not remembered, and a late prepare is voted for. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a prepare after an abort is refused"],
  edits: [
    {
      file: "participant.ts",
      find: 'return { phase: "aborted", effect: "none" };',
      replace: 'return { phase: "working", effect: "none" };',
    },
  ],
};
