/**
 * The primary sends each update without waiting for the one before. Updates overtake each other,
 * and the backup, which does not look for gaps, skips the one that comes late. Delays bring it
 * out; the replicas differ in the end, or one shows a later update without an earlier one.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "nonblocking",
  faults: ["delay", "lose-request"],
  caughtBy: ["convergence", "eventual", "one order of updates at each replica"],
  edits: [
    {
      file: "backup-link.ts",
      find: "if (!(await this.#send(objects, this.#serving))) await this.#pause();",
      replace: `void this.#send(objects, this.#serving);
      this.#acknowledged = objects.at(-1)?.sequence ?? this.#acknowledged;`,
    },
    {
      file: "backup.ts",
      find: "const gap = Number(request.previous) > this.#store.lastSequence;",
      replace: "const gap = false;",
    },
  ],
};
