/**
 * Of equally loaded backends the first of the list is chosen, always the same.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["ties are broken evenly"],
  edits: [
    {
      file: "policy.ts",
      find: "const order = [...measures, ({ lastTurnAt }: Candidate) => lastTurnAt];",
      replace: "const order = [...measures, ({ joinedAt }: Candidate) => joinedAt];",
    },
  ],
};
