/**
 * The primary makes versions of wall time alone. When its clock steps back, a later write has the
 * lower version. Clock steps bring it out; the order of versions sees it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["clock-step"],
  caughtBy: ["version order"],
  edits: [
    {
      file: "version.ts",
      find: "if (wallMs > this.#wallMs) {",
      replace: "if (wallMs !== this.#wallMs) {",
    },
  ],
};
