/**
 * The non-blocking primary waits for its backups before it confirms. No reader can tell, and so a
 * probe stops a backup and measures how long a write takes.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "nonblocking",
  faults: [],
  caughtBy: ["a write does not wait for a stopped backup"],
  edits: [
    {
      file: "replica-nonblocking.ts",
      find: "return replica.log.execute(update);",
      replace: `const applied = await replica.log.execute(update);
    await replica.replication.acknowledged(applied.sequence);
    return applied;`,
    },
  ],
};
