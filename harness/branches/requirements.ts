/** What the specification of the branch bank asks for, mode by mode. */
import { type ExaminedProblem, processes, type Requirement } from "../exam/problem.ts";

type Mode = "balance" | "clocks" | "sessions";

/** A quick run has the first mode only. */
function requirement(mode: Mode, what: string, names: readonly string[]): Requirement {
  const checks = names.map((name) => `${mode}: ${name}`);
  return mode === "balance" ? { what, checks } : { what, checks: [], whenFull: checks };
}

const carriedOut = "every event is carried out";
const same = "in the end all branches hold the same";
const conserved = "money is conserved";
const counted = "each query counts every answered update once";
const covered = [
  "no overdraft",
  "a withdrawal succeeds only when the money is there",
  "a withdrawal is refused only when the money is not there",
];

/** What is done to a running bank, once for each mode. */
function robustness(what: string, check: string): Requirement {
  return {
    what,
    checks: [],
    whenFull: ["balance", "clocks", "sessions"].map((mode) => `${mode}: ${check}`),
  };
}

export const branchesProblem: ExaminedProblem = {
  name: "branches",
  runs: [{ words: [], quickWords: ["--input", "inputs/branches/balance.json"] }],
  sections: [
    {
      title: "balance",
      requirements: [
        requirement("balance", "customers deposit, withdraw and query", [carriedOut, ...covered]),
        requirement("balance", "updates are propagated to all branches", [counted, same]),
        requirement("balance", "money is conserved", [conserved]),
      ],
    },
    {
      title: "clocks",
      requirements: [
        requirement("clocks", "Lamport's clocks order sends and receives", [
          "a receive is later than its send",
          "no two events of a process share a time",
        ]),
        requirement("clocks", "updates reach all branches", [carriedOut, counted, same, conserved]),
      ],
    },
    {
      title: "sessions",
      requirements: [
        requirement("sessions", "read your writes", ["read your writes"]),
        requirement("sessions", "monotonic reads", ["monotonic reads"]),
        requirement("sessions", "monotonic writes", ["monotonic writes"]),
        requirement("sessions", "writes follow reads", ["writes follow reads"]),
        requirement("sessions", "no update is lost or counted twice", [
          "every balance is the sum of the updates that it names",
          ...[carriedOut, same, conserved, ...covered],
        ]),
      ],
    },
    {
      title: "robustness",
      requirements: [
        robustness(
          "a branch that was down catches up",
          "what a branch missed while it was down it has when it is back",
        ),
        robustness("bad input", "bad input is refused, and changes nothing"),
      ],
    },
    processes,
  ],
};
