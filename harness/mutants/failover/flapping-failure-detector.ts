/**
 * One call that fails makes a server dead. Those who live are left behind, and two of them lead.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["lose-request", "lose-reply", "delay", "kill", "pause"],
  caughtBy: ["linearizable", "liveness"],
  edits: [
    {
      file: "succession.ts",
      find: "refused || now - since >= options.silenceMs,",
      replace: "refused || now - since >= 0 * options.silenceMs,",
    },
    {
      file: "backup-link.ts",
      find: "return this.#refused || this.#host.clock.monotonicMs() - since >= silenceMs;",
      replace: "return this.#refused || this.#host.clock.monotonicMs() - since >= 0 * silenceMs;",
    },
  ],
};
