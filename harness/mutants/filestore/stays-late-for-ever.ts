/**
 * An acknowledgement that came too late once is too late for every later answer. Until something
 * new is written, every refusal waits for the same number and is told of the old failure. A backup
 * that stops for a while brings it out; the watchdog sees it. (The file store once was so.)
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["pause", "power-failure", "kill", "partition", "disk-power-failure"],
  caughtBy: ["liveness"],
  edits: [
    {
      file: "replication.ts",
      find: "if (this.#latest.sequence === sequence) this.#latest = nothingToWaitFor;",
      replace: "",
    },
  ],
};
