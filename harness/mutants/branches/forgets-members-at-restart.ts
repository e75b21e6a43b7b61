/**
 * The home branch forgets at a restart who the others are, and tells nobody of anything.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["kill", "power-failure", "disk-kill"],
  caughtBy: [
    "each query counts every answered update once",
    "in the end all branches hold the same",
  ],
  edits: [
    {
      file: "members.ts",
      find: 'if (record.kind === "member") this',
      replace: 'if (record.kind === "member" && record.member.start < 0) this',
    },
  ],
};
