/**
 * A reservation is granted although another client holds one. Two clients decide about one name or
 * uuid at once. Slow messages make it likely; no order explains what they were told.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  consistency: "linearizable",
  faults: ["delay"],
  caughtBy: ["linearizable", "one file a name", "regular"],
  edits: [
    {
      file: "quorum-reservations.ts",
      find: `const blocked = reservations.blocking(ticket, uuid, name);
        if (blocked !== null) return { blocked };`,
      replace: "",
    },
  ],
};
