/**
 * A server that was away is not told of deletions, and revives what was deleted.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["kill"],
  caughtBy: ["linearizable", "all servers hold the same"],
  edits: [
    {
      file: "data.ts",
      find: "(entry) => entry.sequence > sequence || keys.has(entry.key),",
      replace: "(entry) => (entry.sequence > sequence && !entry.deleted) || keys.has(entry.key),",
    },
  ],
};
