/** Passwords may be guessed without limit. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["log-ins tell nothing and are limited"],
  edits: [
    {
      file: "sessions.ts",
      find: "recent && failures.count >= mostFailures",
      replace: "recent && failures.count < 0",
    },
  ],
};
