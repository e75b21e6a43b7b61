/**
 * What is written while a server is brought up to date counts as sent.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["kill", "delay"],
  caughtBy: ["linearizable", "all servers hold the same", "liveness"],
  edits: [
    {
      file: "backup-link.ts",
      find: "const answer = await this.#call(membership, { ...page, after, last, durable });",
      replace: `const answer = await this.#call(membership, { ...page, after, last, durable });
      await this.#host.clock.sleep(5);`,
    },
    {
      file: "backup-link.ts",
      find: "this.#sequence = last;",
      replace: "this.#sequence = data.sequence;",
    },
  ],
};
