/**
 * A write succeeds when any replica takes it: refusals count as acknowledgements. No fault is
 * needed: where two files want one name, both get it. The final states show a write at too few
 * replicas.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["each update is held by N_w replicas", "one file a name", "regular"],
  edits: [
    {
      file: "quorum-client.ts",
      find: "const refused = answers.find((answer) => answer.status !== status.success);",
      replace: `const taken = answers.some((answer) => answer.status === status.success);
      const refused = taken ? undefined : answers[0];`,
    },
  ],
};
