/**
 * Of equal keys the last input comes first.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["values come in the order of the inputs"],
  edits: [
    {
      file: "merge.ts",
      find: "return (this.#places.get(first) ?? 0) < (this.#places.get(second) ?? 0);",
      replace: "return (this.#places.get(first) ?? 0) > (this.#places.get(second) ?? 0);",
    },
  ],
};
