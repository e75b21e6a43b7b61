/**
 * A backup applies an update that it has already. A batch that arrives twice, the second time
 * late, brings an old content back. Duplication and delay bring it out; the replicas differ, or a
 * replica goes back.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "nonblocking",
  faults: ["duplicate", "delay"],
  caughtBy: ["convergence", "each replica goes forward", "one order of updates at each replica"],
  edits: [
    {
      file: "backup.ts",
      find: "return object.sequence > this.#store.lastSequence;",
      replace: "return object.sequence > 0;",
    },
  ],
};
