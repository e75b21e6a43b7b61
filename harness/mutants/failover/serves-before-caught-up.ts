/**
 * A server that comes back is made live at its first sign of life, with whatever it has.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["kill", "power-failure", "disk-kill", "crash-after-execution"],
  caughtBy: ["linearizable", "all servers hold the same", "liveness"],
  edits: [
    {
      file: "replica.ts",
      find: `const isCurrent = normalEpoch === this.#promised && membership.epoch === normalEpoch;
    return this.stayed && isCurrent && membership.live.includes(this.rank);`,
      replace: "return normalEpoch >= 0 && membership.live.includes(this.rank);",
    },
    {
      file: "reading.ts",
      find: "primary === undefined ? isNormal && lease.isValid : primary.readableMs > 0",
      replace: "primary === undefined ? isNormal || lease.isValid : primary.readableMs > 0",
    },
  ],
};
