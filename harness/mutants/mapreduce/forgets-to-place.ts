/**
 * A reduce task counts as done, and its output never gets its name. No fault is needed; outputs
 * are missing.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared folder",
  faults: [],
  caughtBy: ["every output is whole"],
  edits: [
    {
      file: "master-service.ts",
      find: 'if (kind === "REDUCE") this.#files.place(',
      replace: "if (number < 0) this.#files.place(",
    },
  ],
};
