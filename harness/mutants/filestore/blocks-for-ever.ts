/**
 * A replication that failed once is never tried again, and writes wait for it. Every write after a
 * lost reply times out, although the backup is alive and keeps its lease. The watchdog sees that
 * no write succeeds after all has healed.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["lose-reply", "lose-request"],
  caughtBy: ["liveness"],
  edits: [
    {
      file: "backup-link.ts",
      find: "if (!(await this.#send(objects, this.#serving))) await this.#pause();",
      replace: "if (!(await this.#send(objects, this.#serving))) await new Promise(() => {});",
    },
  ],
};
