/**
 * A reducer that misses map outputs is sent back to them for ever; they are not made again.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["map outputs that are gone are made again"],
  edits: [
    {
      file: "job.ts",
      find: "if (map?.committed?.attempt === source.attempt) this.#revoke(map);",
      replace: "",
    },
  ],
};
