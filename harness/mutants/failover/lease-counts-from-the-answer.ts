/**
 * A backup counts its lease from when the answer arrived. A slow answer makes it last longer than
 * the primary believes.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "majority",
  faults: ["pause"],
  caughtBy: ["linearizable"],
  edits: [
    {
      file: "succession.ts",
      find: "replica.lease.extend(sentAt, answer.leaseMs);",
      replace: "replica.lease.extend(replica.host.clock.monotonicMs(), answer.leaseMs);",
    },
  ],
};
