/**
 * A customer does not carry what he has written to the next branch.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "sessions",
  faults: ["delay"],
  caughtBy: ["read your writes", "monotonic writes"],
  edits: [
    {
      file: "customer.ts",
      find: "writes: toVersions(this.#writes)",
      replace: "writes: []",
    },
  ],
};
