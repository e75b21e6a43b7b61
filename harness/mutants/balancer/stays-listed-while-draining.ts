/**
 * A backend that is asked to end does not leave the list: clients are sent to it until its lease
 * ends.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a backend that is asked to end is named no more, and finishes what it has begun"],
  edits: [
    {
      file: "backend.ts",
      find: `    await registration.end();
`,
      replace: "",
    },
  ],
};
