/**
 * A backup that joins late, or comes back, gets no earlier state. The primary takes it for as far
 * as itself, and the backup does not look for gaps. Crashes of backups bring it out; the replicas
 * differ in the end.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["kill", "power-failure"],
  caughtBy: ["convergence", "regular"],
  edits: [
    {
      file: "backup-link.ts",
      find: "while (!this.#stopped && !(await this.#send([], false))) await this.#pause();",
      replace: `while (!this.#stopped && !(await this.#send([], false))) await this.#pause();
    this.#acknowledged = this.#store.lastSequence;`,
    },
    {
      file: "backup.ts",
      find: "const gap = Number(request.previous) > this.#store.lastSequence;",
      replace: "const gap = false;",
    },
    {
      file: "backup-link.ts",
      find: "const caughtUp = this.#acknowledged === this.#store.lastSequence;",
      replace: "const caughtUp = true;",
    },
  ],
};
