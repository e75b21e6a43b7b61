/**
 * After a crash the files are taken as they are found. A power failure while a file was
 * overwritten leaves half of it, which is served. Power failures bring it out; one version has two
 * contents.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["disk-power-failure", "power-failure"],
  caughtBy: ["a version names one content", "regular", "convergence"],
  edits: [
    {
      file: "store.ts",
      find: "if (found !== content) await this.#put(name, content);",
      replace: "if (found === undefined) await this.#put(name, content);",
    },
  ],
};
