/**
 * A backup goes on answering reads after its lease has run out. The primary waits for it no more,
 * so it answers with what has been replaced. A pause or a partition brings it out; the regular
 * register sees it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["pause", "isolate", "partition"],
  caughtBy: ["regular"],
  edits: [
    {
      file: "primary-backup.ts",
      find: "if (!this.#membership?.holdsLease()) {",
      replace: "if (this.#membership === undefined) {",
    },
  ],
};
