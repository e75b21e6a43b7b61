/**
 * Round robin remembers a position in the list, not whose turn it is. When somebody leaves, the
 * position points at another backend, and one is passed over or comes twice.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["round robin: counts differ by at most 1, also across joins and leaves"],
  edits: [
    {
      file: "round-robin.ts",
      find: 'import { leastBy, type Policy, turn } from "./policy.ts";',
      replace: 'import type { Policy } from "./policy.ts";',
    },
    {
      file: "round-robin.ts",
      find: "export const roundRobin: Policy = ({ candidates }) => leastBy(candidates, turn);",
      replace: `export const roundRobin = (({ candidates, nextTurn }) =>
  candidates[nextTurn() % candidates.length]) as Policy;`,
    },
  ],
};
