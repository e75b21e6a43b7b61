/**
 * The home branch answers before the other branches have the update. A customer who has his answer
 * finds the old balance at another branch. Slow messages bring it out.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["delay"],
  caughtBy: ["each query counts every answered update once"],
  edits: [
    {
      file: "deciding.ts",
      find: "await this.#propagation.reached(last);",
      replace: "void this.#propagation.reached(last).catch(() => {});",
    },
  ],
};
