/**
 * A message that arrives twice is noted as two messages, of which one was never sent.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "clocks",
  faults: ["duplicate", "lose-reply"],
  caughtBy: ["a receive is later than its send"],
  edits: [
    {
      file: "lamport.ts",
      find: "if (known !== undefined) return known;",
      replace: "if (known !== undefined && sent) return known;",
    },
  ],
};
