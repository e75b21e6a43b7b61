/** A bank that starts again aborts what it had voted Yes for. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["kill", "disk-kill", "crash-before", "crash-after-execution"],
  caughtBy: [
    "AC1: all participants decide alike",
    "every balance is the sum of its payments",
    "liveness",
    "AC5: once all is repaired, all decide",
  ],
  edits: [
    {
      file: "ledger.ts",
      find: "const ledger = new Ledger(database, host.clock);",
      replace: `const ledger = new Ledger(database, host.clock);
    database.run("UPDATE transfer SET phase = 'aborted' WHERE phase = 'prepared'");`,
    },
  ],
};
