/**
 * Versions have a resolution of one second. Two writes of a client in one second share a version,
 * and the second is taken for a repetition of the first. No fault is needed; the version then
 * names two contents.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["version order", "a version names one content", "regular"],
  edits: [
    {
      file: "version.ts",
      find: "this.#advance(this.#clock.wallMs(), 0);",
      replace: "this.#advance(this.#clock.wallMs() - (this.#clock.wallMs() % 1_000), 0);",
    },
    {
      file: "version.ts",
      find: `const counter = this.#counter.toString(16).padStart(4, "0");`,
      replace: `const counter = "0000";`,
    },
  ],
};
