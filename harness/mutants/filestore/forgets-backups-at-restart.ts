/**
 * A restarted primary confirms writes before it has heard who its backups are. It waits for nobody
 * while the registry has not told it the members, and its backups serve old contents. Killing the
 * primary while messages of the registry get lost brings it out; the regular register sees it.
 * (The file store once was so.)
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["kill", "lose-request", "partition"],
  caughtBy: ["regular"],
  edits: [
    {
      file: "primary-backup.ts",
      find: "if (!this.isPrimary || this.replication.membersKnown) return;",
      replace: "if (this.#options.replicationTimeoutMs > 0) return;",
    },
  ],
};
