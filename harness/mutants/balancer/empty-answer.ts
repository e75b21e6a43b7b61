/**
 * Without a backend the answer is an empty list and OK: clients take it for good.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["an empty list answers UNAVAILABLE at once"],
  edits: [
    {
      file: "choose.ts",
      find: `if (live.length === 0) throw new RpcError("UNAVAILABLE", "no backend is registered");`,
      replace: "if (live.length === 0) return [];",
    },
  ],
};
