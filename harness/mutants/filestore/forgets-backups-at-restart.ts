/**
 * A restarted primary confirms writes before it knows its backups. It waits for nobody while the
 * registry has not told it the members, and its backups serve old contents. Killing the primary
 * while messages of the registry get lost brings it out; the regular register sees it. (The file
 * store once was so.)
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["kill", "lose-request"],
  caughtBy: ["regular"],
  edits: [
    {
      file: "primary-backup.ts",
      find: "this.#mustKnowBackups();",
      replace: "",
    },
  ],
};
