/**
 * A backup that comes back answers reads before it has what it missed. Crashes bring it out, and
 * slow messages to the backup that comes back; the regular register sees it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["kill", "power-failure", "delay"],
  caughtBy: ["regular"],
  edits: [
    {
      file: "primary-backup.ts",
      find: "if (!this.#backup.serving) {",
      replace: "if (this.#membership === undefined) {",
    },
  ],
};
