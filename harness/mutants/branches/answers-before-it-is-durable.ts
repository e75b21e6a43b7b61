/**
 * A branch answers before its book is synced. A power failure takes back what was answered.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  mode: "sessions",
  faults: ["power-failure", "disk-power-failure"],
  caughtBy: ["money is conserved", "read your writes", "monotonic reads", "liveness"],
  edits: [
    {
      file: "deciding.ts",
      find: "    await this.#book.durable();",
      replace: "",
    },
    {
      file: "branch-node.ts",
      find: "    await this.#book.durable();\n    return { success",
      replace: "    return { success",
    },
  ],
};
