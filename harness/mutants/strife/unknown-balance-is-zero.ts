/** A balance that can't be had is shown as 0. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a balance that can't be told is an error"],
  edits: [
    {
      file: "gateway-handlers.ts",
      find: "return bank(name).getAccount({ account: number }, { timeoutMs: bankTimeoutMs });",
      replace: `return bank(name)
      .getAccount({ account: number }, { timeoutMs: bankTimeoutMs })
      .catch(() => ({ owner: "", balance: "0", held: "0" }));`,
    },
  ],
};
