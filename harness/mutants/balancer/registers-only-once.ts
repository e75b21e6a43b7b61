/**
 * A backend that is told it is not listed goes on reporting and never registers again: a balancer
 * that was restarted stays empty.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a restarted balancer has its list back within one report period"],
  edits: [
    {
      file: "registration.ts",
      find: `error.code === "NOT_FOUND")) throw error;
      await this.#register(standing);
      await report();`,
      replace: `error.code === "NOT_FOUND")) throw error;`,
    },
  ],
};
