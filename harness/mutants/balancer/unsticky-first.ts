/**
 * The first backend by name is chosen, not the first that was there: calls move when somebody
 * joins.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["pick first: sticks to the first live one"],
  edits: [
    {
      file: "pick-first.ts",
      find: "  leastBy(candidates, ({ joinedAt }) => joinedAt);",
      replace: "  candidates.reduce((first, one) => (one.id < first.id ? one : first));",
    },
    {
      file: "pick-first.ts",
      find: `import { leastBy, type Policy } from "./policy.ts";`,
      replace: `import type { Policy } from "./policy.ts";`,
    },
  ],
};
