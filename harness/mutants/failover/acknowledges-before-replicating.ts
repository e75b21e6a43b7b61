/**
 * The primary answers a write when it is on its own disk, before the others have it. A read at a
 * backup misses it, and the next primary never had it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: [],
  caughtBy: ["linearizable"],
  edits: [
    {
      file: "primary.ts",
      find: `    await this.untilCommitted(data.sequence);
    return results;`,
      replace: "    return results;",
    },
  ],
};
