/**
 * A refused withdrawal is not remembered. A late copy of the request finds more money, and takes it
 * although the customer was told that it failed.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["duplicate", "delay"],
  caughtBy: ["money is conserved", "each query counts every answered update once"],
  edits: [
    {
      file: "ledger.ts",
      find: "      this.#outcomes.set(request, refused);\n",
      replace: "",
    },
  ],
};
