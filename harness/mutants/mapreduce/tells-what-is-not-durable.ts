/**
 * A client is told of tasks whose commits are not synced. A power failure of the master takes them
 * back.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared folder",
  faults: ["power-failure", "disk-power-failure"],
  caughtBy: ["what is done stays done"],
  edits: [
    {
      file: "master-service.ts",
      find: `      // What was told is done must be done for a restarted master, too.
      await this.#journal.sync();
`,
      replace: "",
    },
  ],
};
