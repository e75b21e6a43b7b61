/**
 * Only the first balancer is ever asked. When it is dead, so is the service.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["when one balancer dies, the other is asked"],
  edits: [
    {
      file: "balancers.ts",
      find: "for (const address of await this.#addresses()) {",
      replace: "for (const address of (await this.#addresses()).slice(0, 1)) {",
    },
  ],
};
