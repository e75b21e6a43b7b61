/**
 * The primary answers before the backups have acknowledged. A client that has its answer reads the
 * old content at a backup. Slow messages bring it out; the regular register sees it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["delay", "slow-disk"],
  caughtBy: ["regular"],
  edits: [
    {
      file: "replica-blocking.ts",
      find: "await replica.replication.acknowledged(applied.sequence);",
      replace: "void replica.replication.acknowledged(applied.sequence).catch(() => {});",
    },
  ],
};
