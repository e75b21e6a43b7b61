/**
 * Whoever settles a lapsed write releases it without finishing it. A write that had reached one
 * replica is then found by some quorums and not by others, and a name counts as free that was
 * given away. Crashes in the middle of a write bring it out; no order explains the history.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  consistency: "linearizable",
  faults: ["crash-before", "lose-request", "kill"],
  caughtBy: ["linearizable", "one file a name", "regular"],
  edits: [
    {
      file: "settle.ts",
      find: "if (object) {",
      replace: "if (object && fenced.length === 0) {",
    },
  ],
};
