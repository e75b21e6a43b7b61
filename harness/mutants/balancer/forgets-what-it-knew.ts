/**
 * Without a balancer a client gives up, although it knows where the backends are.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["when all balancers are dead, clients go on with what they last knew"],
  edits: [
    {
      file: "balancers.ts",
      find: "const usable = this.#known.filter(",
      replace: "const usable = this.#known.slice(0, 0).filter(",
    },
  ],
};
