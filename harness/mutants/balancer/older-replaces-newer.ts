/**
 * A late registration of an older incarnation is taken: the list then knows an address where nobody
 * is any more.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["an older incarnation can neither replace nor remove the newer"],
  edits: [
    {
      file: "backend-list.ts",
      find: `if (known !== undefined && known.incarnation > incarnation) throw superseded(id);
    const moved`,
      replace: "const moved",
    },
  ],
};
