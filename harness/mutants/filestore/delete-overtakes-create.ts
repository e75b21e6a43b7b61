/**
 * A backup applies the deletions of a batch before its writes. A file that was created and deleted
 * while the backup was away comes back there. Pauses and delays let batches grow; the replicas
 * differ in the end.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "nonblocking",
  faults: ["pause", "delay", "partition", "slow-disk"],
  caughtBy: ["convergence", "each replica goes forward"],
  edits: [
    {
      file: "backup.ts",
      find: "const missing = request.objects.map(toObject)",
      replace: `const missing = request.objects
        .toSorted((one, other) => Number(other.deleted) - Number(one.deleted))
        .map(toObject)`,
    },
  ],
};
