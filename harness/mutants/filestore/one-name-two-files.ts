/**
 * Two creates of one name both succeed. The primary does not look whether the name is taken. No
 * fault is needed; no order of the updates explains it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: [],
  caughtBy: ["linearizable updates", "one file a name"],
  edits: [
    {
      file: "update-log.ts",
      find: ": outcomeOfWrite(known, name, await staged.isTaken(name));",
      replace: ": outcomeOfWrite(known, name, false);",
    },
  ],
};
