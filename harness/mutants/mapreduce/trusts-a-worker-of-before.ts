/**
 * A worker that was restarted is taken for the same, so what it was at never ends. Killed workers
 * bring it out; the job hangs.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared folder",
  faults: ["kill"],
  caughtBy: ["the job succeeds"],
  edits: [
    {
      file: "worker-leases.ts",
      find: "return known?.incarnation === incarnation ? undefined : known;",
      replace: "return undefined;",
    },
    {
      file: "worker-leases.ts",
      find: "const gone = this.living.filter(({ endsMs }) => endsMs < nowMs);",
      replace: "const gone = this.living.filter(({ endsMs }) => endsMs < nowMs && endsMs < 0);",
    },
    {
      file: "job.ts",
      find: "const straggling = this.#limits.backups ?",
      replace: "const straggling = this.#limits.backups && false ?",
    },
  ],
};
