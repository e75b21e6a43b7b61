/** A bank says Yes before its hold is durable, whatever comes of it. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["disk-kill", "disk-power-failure", "kill", "power-failure"],
  caughtBy: [
    "AC1: all participants decide alike",
    "AC3: a commit has the Yes of all, for both sides",
    "every balance is the sum of its payments",
    "no money is made or lost",
    "liveness",
    "AC5: once all is repaired, all decide",
  ],
  edits: [
    {
      file: "bank.ts",
      find: "const cast = await ledger.prepare(transfer, gateway);",
      replace: `const cast = { vote: "YES", refusal: "NONE" } as const;
      void ledger.prepare(transfer, gateway);`,
    },
  ],
};
