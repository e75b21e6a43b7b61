/** The answer tells whether there is such a user. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["log-ins tell nothing and are limited"],
  edits: [
    {
      file: "sessions.ts",
      find: "    if (!isRight || user === undefined",
      replace: `    if (user === undefined) throw new RpcError("NOT_FOUND", "no such user");
    if (!isRight || user === undefined`,
    },
  ],
};
