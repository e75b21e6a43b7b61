/** A bank takes a transaction that it has forgotten for one that it never saw. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a bank forgets what is finished, and nothing else"],
  edits: [
    {
      file: "ledger.ts",
      find: `      if (known === undefined && transaction < this.#horizon) {
        return { vote: "NO", refusal: "ALREADY_ABORTED" };
      }
`,
      replace: "",
    },
  ],
};
