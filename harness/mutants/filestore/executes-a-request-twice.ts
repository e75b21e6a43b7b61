/**
 * A write that arrives twice is executed twice. The second time it puts its old content over a
 * newer one, under a newer version. Duplicated messages bring it out; one content then has two
 * versions.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["duplicate"],
  caughtBy: ["version order", "regular", "linearizable updates"],
  edits: [
    {
      file: "update-log.ts",
      find: "if (known !== undefined) return known;",
      replace: "",
    },
  ],
};
