/**
 * The primary goes on without a server that may still be reading under its lease.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "majority",
  faults: ["pause", "partition", "isolate", "one-way"],
  caughtBy: ["linearizable"],
  edits: [
    { file: "primary.ts", find: "if (this.#followers.mayRead(link.rank)) return;", replace: "" },
    {
      file: "backup-link.ts",
      find: "return this.#refused || this.#host.clock.monotonicMs() - since >= silenceMs;",
      replace: "return this.#refused || this.#host.clock.monotonicMs() - since >= silenceMs / 20;",
    },
  ],
};
