/**
 * Each replica stamps a version of its own on a write. The same write has different versions at
 * different replicas, and by their clocks an older one may win. No fault is needed; the order of
 * versions sees it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["version order", "regular", "each update is held by N_w replicas"],
  edits: [
    {
      file: "replica-quorum.ts",
      find: "uuid: id, name, content, version, sequence",
      replace: "uuid: id, name, content, version: versions.next(), sequence",
    },
    {
      file: "replica-quorum.ts",
      find: "const turns = new Mutex();",
      replace: `const turns = new Mutex();
  const versions = new HybridLogicalClock(host.clock, host.id);`,
    },
    {
      file: "replica-quorum.ts",
      find: "import { isVersion } from",
      replace: "import { HybridLogicalClock, isVersion } from",
    },
  ],
};
