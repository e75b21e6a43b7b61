/** The gateway forgets all keys when it is restarted. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["kill", "disk-kill", "crash-before", "crash-after-execution"],
  caughtBy: [
    "one key has one answer",
    "at most one debit a key",
    "what users were told is what the ledgers hold",
  ],
  edits: [
    {
      file: "sqlite-payments.ts",
      find: "for (const table of tables) database.run(table);",
      replace: `for (const table of tables) database.run(table);
  database.run("DELETE FROM payment");`,
    },
  ],
};
