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
      find: "return difference === 0 ? turn(one) < turn(other) : difference < 0;",
      replace: "return difference < 0 && one.joinedAt < other.joinedAt;",
    },
  ],
};
