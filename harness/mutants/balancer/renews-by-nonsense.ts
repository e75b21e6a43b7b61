/**
 * A report is registered as a sign of life before its load is looked at, so that a backend which
 * reports nonsense keeps its place.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a report that is refused renews nothing and changes nothing"],
  edits: [
    {
      file: "balancer.ts",
      find: "list.report(id, Number(incarnation), Number(sequence), believable(load));",
      replace: `list.report(id, Number(incarnation), 0, load as never);
      list.report(id, Number(incarnation), Number(sequence), believable(load));`,
    },
  ],
};
