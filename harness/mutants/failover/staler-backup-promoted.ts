/**
 * The next rank leads, whatever it holds. With a majority, it may lack what others acknowledged.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "majority",
  faults: ["kill", "pause", "partition", "isolate", "power-failure"],
  caughtBy: ["linearizable"],
  edits: [
    {
      file: "guarantee.ts",
      find: `if (isAhead(one, other)) return -1;
    return isAhead(other, one) ? 1 : turn(one) - turn(other);`,
      replace: "return turn(one) - turn(other);",
    },
    {
      file: "succession.ts",
      find: "state.rank === rank || !isAhead(state, replica.state)",
      replace: "state.rank === rank || !isAhead(state, state)",
    },
  ],
};
