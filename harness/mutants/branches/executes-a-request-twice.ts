/**
 * A request that arrives again is executed again. A customer whose answer was lost asks once more,
 * and the money moves twice.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["lose-reply", "duplicate"],
  caughtBy: ["money is conserved", "each query counts every answered update once"],
  edits: [
    {
      file: "ledger.ts",
      find: "    if (known !== undefined) return known;\n    if (withdraw",
      replace: "    if (withdraw",
    },
  ],
};
