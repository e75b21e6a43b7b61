/** A token is good whoever shows it. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["who calls is what certificate and token say"],
  edits: [
    {
      file: "sessions.ts",
      find: "call.identity?.name === user.name;",
      replace: "call.identity !== undefined;",
    },
  ],
};
