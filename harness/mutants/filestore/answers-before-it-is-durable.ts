/**
 * An update is confirmed before the log is synced. A power failure forgets what was confirmed; a
 * slow disk leaves time for it. Fewer than N_w replicas hold the update in the end, or a quorum
 * misses it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: ["power-failure", "slow-disk"],
  caughtBy: ["each update is held by N_w replicas", "regular", "a deleted file stays deleted"],
  edits: [
    {
      file: "update-records.ts",
      find: "await this.#log.sync();",
      replace: "void this.#log.sync();",
    },
  ],
};
