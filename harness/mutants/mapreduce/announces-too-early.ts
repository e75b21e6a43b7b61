/**
 * Workers hear of the end before it is durable, and leave. A master that fails then has nobody
 * left; a worker that leaves early is seen without any fault.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared folder",
  faults: ["power-failure"],
  caughtBy: ["nothing changes after the end, and nobody leaves before it", "the job succeeds"],
  edits: [
    {
      file: "master-service.ts",
      find: "if (!this.#isAnnounced) return false;",
      replace: "if (!this.#job.isOver) return false;",
    },
  ],
};
