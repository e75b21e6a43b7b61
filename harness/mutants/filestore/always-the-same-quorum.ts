/**
 * The registry names the same replicas every time. The load is not spread, and the others never
 * learn anything. A probe asks for many quorums and counts.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["every quorum is chosen about as often"],
  edits: [
    {
      file: "quorum-sizes.ts",
      find: "if (members.length >= size) return random.sample(members, size);",
      replace: "if (members.length >= size) return members.slice(0, size);",
    },
  ],
};
