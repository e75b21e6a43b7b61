/**
 * A replica that never knew a file keeps no tombstone of its deletion. It says that it deleted the
 * file and keeps nothing, so that fewer than N_w replicas know. No fault is needed; the final
 * states show it, or a quorum finds the file again.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["each update is held by N_w replicas", "a deleted file stays deleted", "regular"],
  edits: [
    {
      file: "quorum-updates.ts",
      find: `staged.add(object);
  return { status: outcome`,
      replace: `if (kind === "write" || known !== undefined) staged.add(object);
  return { status: outcome`,
    },
  ],
};
