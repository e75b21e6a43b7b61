/**
 * A restarted master begins anew. What clients were told is done is not done any more.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared folder",
  faults: ["kill"],
  caughtBy: [
    "what is done stays done",
    "every output is whole",
    "the job succeeds",
    "the first finisher is committed, and no other",
  ],
  edits: [
    {
      file: "master-service.ts",
      find: "this.#job.restore(opened.events);",
      replace: "",
    },
  ],
};
