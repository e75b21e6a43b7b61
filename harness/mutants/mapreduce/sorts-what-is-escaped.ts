/**
 * Keys are compared as they stand in files, where a tab begins with a backslash. Merged keys are
 * out of order.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "probe",
  faults: [],
  caughtBy: ["any key and any value comes through"],
  edits: [
    {
      file: "run-reader.ts",
      find: "this.keyEnd = unescapeInto(this.#scratch, this.buffer, start, end);",
      replace: `this.#scratch.set(this.buffer.subarray(start, end));
    this.keyEnd = end - start;`,
    },
  ],
};
