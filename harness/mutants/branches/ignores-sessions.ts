/**
 * A branch answers without looking at what the customer has seen and done elsewhere.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "sessions",
  faults: ["delay"],
  caughtBy: ["read your writes", "monotonic reads", "monotonic writes", "writes follow reads"],
  edits: [
    {
      file: "branch-node.ts",
      find: "const wanted = [...reads, ...writes];",
      replace: "const wanted = [...reads, ...writes].slice(0, 0);",
    },
  ],
};
