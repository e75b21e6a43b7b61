/**
 * A linearizable read does not write back what it found. A write that is under way is read, and a
 * later read does not find it. Delays of the write make it likely; no order explains the history.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  consistency: "linearizable",
  faults: ["delay", "lose-request", "crash-before"],
  caughtBy: ["linearizable"],
  edits: [
    {
      file: "linearizable-client.ts",
      find: "const blocked = await this.#writeBack(behind, uuid, latest);",
      replace:
        "const blocked = behind.length < 0 ? await this.#writeBack(behind, uuid, latest) : null;",
    },
  ],
};
