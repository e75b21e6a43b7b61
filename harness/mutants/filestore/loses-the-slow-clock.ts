/**
 * A write that is older than what a replica holds is dropped with success. A client whose clock is
 * behind loses its writes. Clocks that differ are enough; the regular register sees it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["regular", "each update is held by N_w replicas", "version order"],
  edits: [
    {
      file: "quorum-updates.ts",
      find: "return { status: status.newerExists, version: known.version };",
      replace: "return { status: status.success, version: known.version };",
    },
  ],
};
