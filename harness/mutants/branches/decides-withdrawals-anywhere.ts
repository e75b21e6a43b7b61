/**
 * Each branch decides withdrawals by what it knows. Two of them pay out the same money.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "sessions",
  faults: [],
  caughtBy: ["no overdraft", "a withdrawal succeeds only when the money is there"],
  edits: [
    {
      file: "branch-node.ts",
      find: '(mode === "sessions" && order.withdraw);',
      replace: '(mode === "sessions" && order.money < 0n);',
    },
  ],
};
