/** A round ends only when all were heard: one silent traitor stops everybody. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: ["liveness"],
  edits: [
    {
      file: "inbox.ts",
      find: "void this.#clock.sleep(waitMs).then(resolve);",
      replace: "void waitMs;",
    },
  ],
};
