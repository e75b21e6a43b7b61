/**
 * What was lost is never sent again: one lost message cuts a branch off for ever.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "balance",
  faults: ["lose-request", "lose-reply", "partition"],
  caughtBy: ["liveness", "in the end all branches hold the same"],
  edits: [
    {
      file: "peer-link.ts",
      find: "        await host.clock.sleep(retryMs);",
      replace: "        this.#stopped = true;",
    },
  ],
};
