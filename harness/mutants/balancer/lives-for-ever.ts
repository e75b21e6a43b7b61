/**
 * Leases never end: a backend that was killed is handed out for ever.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a dead backend is not handed out after its lease"],
  edits: [
    {
      file: "backend-list.ts",
      find: "      if (leaseUntilMs > nowMs) continue;",
      replace: "      if (leaseUntilMs > nowMs - 1e12) continue;",
    },
  ],
};
