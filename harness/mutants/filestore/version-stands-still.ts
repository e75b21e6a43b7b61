/**
 * An update keeps the version of what it replaces. No fault is needed; two contents share one
 * version.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: [],
  caughtBy: ["version order", "a version names one content"],
  edits: [
    {
      file: "update-log.ts",
      find: "const version = this.#versions.next();",
      replace: "const version = known?.version ?? this.#versions.next();",
    },
  ],
};
