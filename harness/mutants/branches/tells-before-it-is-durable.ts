/**
 * The home branch tells others of an update before its book is synced. After a power failure it
 * gives the same number to another update, which the others take for the one they have.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["power-failure", "disk-power-failure"],
  caughtBy: [
    "in the end all branches hold the same",
    "each query counts every answered update once",
    "money is conserved",
    "liveness",
  ],
  edits: [
    {
      file: "peer-link.ts",
      find: "    await book.durable();\n    const deposits",
      replace: "    const deposits",
    },
    {
      file: "peer-link.ts",
      find: "    await book.durable();\n    const clock",
      replace: "    const clock",
    },
  ],
};
