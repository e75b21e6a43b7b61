/**
 * A customer does not carry what he has seen to the next branch.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "sessions",
  faults: ["delay"],
  caughtBy: ["monotonic reads", "writes follow reads"],
  edits: [
    {
      file: "customer.ts",
      find: "reads: toVersions(this.#reads)",
      replace: "reads: []",
    },
  ],
};
