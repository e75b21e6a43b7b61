/**
 * An update that did not reach a backup is not sent again. The link to the backup ends with its
 * first failure. A lost message brings it out; the replicas differ in the end.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "nonblocking",
  faults: ["lose-request", "lose-reply", "partition"],
  caughtBy: ["convergence", "eventual"],
  edits: [
    {
      file: "backup-link.ts",
      find: "if (!(await this.#send(objects, this.#serving))) await this.#pause();",
      replace: "if (!(await this.#send(objects, this.#serving))) return;",
    },
  ],
};
