/**
 * The map is lost when the process ends. The log is there, but nobody reads it back. Crashes bring
 * it out; a quorum misses what was acknowledged.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: ["kill", "power-failure"],
  caughtBy: [
    "each update is held by N_w replicas",
    "regular",
    "the final state agrees with the history",
  ],
  edits: [
    {
      file: "store.ts",
      find: "for (const object of await this.#records.read()) this.#remember(object, files);",
      replace: "await this.#records.read();",
    },
  ],
};
