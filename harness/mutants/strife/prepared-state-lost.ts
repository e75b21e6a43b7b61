/** A bank that starts again has forgotten what it had voted Yes for. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["kill", "disk-kill", "crash-before", "crash-after-execution"],
  caughtBy: [
    "AC3: a commit has the Yes of all, for both sides",
    "every balance is the sum of its payments",
    "no money is made or lost",
    "what users were told is what the ledgers hold",
    "liveness",
  ],
  edits: [
    {
      file: "ledger.ts",
      find: "const ledger = new Ledger(database, host.clock);",
      replace: `const ledger = new Ledger(database, host.clock);
    database.run("DELETE FROM transfer WHERE phase = 'prepared'");`,
    },
  ],
};
