/**
 * The last answers are not sent to a server that was away. After it takes over, a retry runs twice.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["kill", "lose-reply", "crash-after-execution"],
  caughtBy: ["linearizable"],
  edits: [
    {
      file: "data.ts",
      find: "(answer) => answer.sequence > sequence || clients.has(answer.client),",
      replace: "(answer) => answer.sequence > sequence + 1e9 || clients.has(answer.client),",
    },
    { file: "primary.ts", find: "answers: answers.filter(isNew),", replace: "answers: []," },
  ],
};
