/** The camp counts all decisions and tells every general what most of them decided. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 3,
  most: 1,
  faults: [],
  caughtBy: ["each loyal general decides by what it was told"],
  edits: [
    {
      file: "camp.ts",
      find: "return outcomes;",
      replace: `const attacks = outcomes.filter(({ decision }) => decision === "ATTACK").length;
        const decision: Order = 2 * attacks > outcomes.length ? "ATTACK" : "RETREAT";
        return outcomes.map((outcome) => ({ ...outcome, decision }));`,
    },
  ],
};
