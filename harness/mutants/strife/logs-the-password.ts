/** The log of calls has the password in it. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["no secret is logged"],
  edits: [
    {
      file: "call-log.ts",
      find: `  "user",
] as const`,
      replace: `  "user",
  "password",
] as const`,
    },
  ],
};
