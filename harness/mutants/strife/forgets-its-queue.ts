/** A client that starts again has lost what it had queued. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a queue survives its client"],
  edits: [
    {
      file: "payment-queue.ts",
      find: '    database.run("CREATE INDEX',
      replace: `    database.run("DELETE FROM payment");
    database.run("CREATE INDEX`,
    },
  ],
};
