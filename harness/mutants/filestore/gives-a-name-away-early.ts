/**
 * The name of a half-deleted file is free where the deletion has happened. Another file takes the
 * name there, while other replicas still know the first, and a read brings that back over the
 * second. Lost messages in the middle of a deletion bring it out; no order explains the history.
 * (The file store once was so.)
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  consistency: "linearizable",
  faults: ["lose-request", "crash-before"],
  caughtBy: ["linearizable", "one file a name", "regular"],
  edits: [
    {
      file: "reservations.ts",
      find: "const reservedName = reservation.name || this.#store.get(reservation.uuid)?.name;",
      replace: "const reservedName = reservation.name;",
    },
  ],
};
