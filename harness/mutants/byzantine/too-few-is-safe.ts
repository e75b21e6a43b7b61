/** Three times as many generals as traitors are announced as enough. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: ["agreement is called certain exactly where it is"],
  edits: [
    {
      file: "conditions.ts",
      find: "generals > 3 * traitors",
      replace: "generals >= 3 * traitors",
    },
  ],
};
