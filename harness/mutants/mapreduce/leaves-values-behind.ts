/**
 * A reducer that stops early leaves values behind, which make the key appear again.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["values come in the order of the inputs"],
  edits: [
    {
      file: "reduce-task.ts",
      find: "values.skipRest();",
      replace: "",
    },
  ],
};
