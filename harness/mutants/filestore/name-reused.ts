/**
 * A deleted uuid reads the file that has its name now. Reads look for a file by its name, and not
 * whether the uuid was deleted. No fault is needed; a deleted file does not stay deleted.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: [],
  caughtBy: ["a deleted file stays deleted", "regular"],
  edits: [
    {
      file: "store.ts",
      find: "if (object.deleted) return undefined;",
      replace: "",
    },
    {
      file: "scenario.ts",
      find: "return known.deleted || !fileExists ? status.alreadyDeleted : status.success;",
      replace: "return fileExists ? status.success : status.alreadyDeleted;",
    },
  ],
};
