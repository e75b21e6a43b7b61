/**
 * Loads are compared as text, where 10 comes before 9: the busiest backend can be chosen.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["least load: loads are compared as numbers"],
  edits: [
    {
      file: "least-load.ts",
      find: "  leastBy(candidates, (candidate) => expectedLoad(candidate, nowMs));",
      replace: `  candidates.reduce((best, one) =>
    String(expectedLoad(one, nowMs)) < String(expectedLoad(best, nowMs)) ? one : best,
  );`,
    },
  ],
};
