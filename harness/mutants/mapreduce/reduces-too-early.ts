/**
 * Reducers start when some maps are done, with what is there. No fault is needed; outputs are not
 * whole.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared folder",
  faults: [],
  caughtBy: ["every output is whole"],
  edits: [
    {
      file: "job.ts",
      find: "return this.maps.every(({ committed }) => committed !== undefined);",
      replace: "return this.maps.some(({ committed }) => committed !== undefined);",
    },
    {
      file: "job.ts",
      find: "this.maps.map((map) => sourceOf(map))",
      replace: "this.maps.filter((map) => map.committed).map((map) => sourceOf(map))",
    },
  ],
};
