/**
 * The name of a half-deleted file is free where the deletion has happened. Another file takes the
 * name there, while other replicas still know the first, and a read brings that back over the
 * second. Random schedules hit it once in a thousand, so a probe places the lost message in the
 * middle of a deletion. (The file store once was so.)
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  consistency: "linearizable",
  faults: [],
  caughtBy: ["a half-deleted file keeps its name until the deletion is settled"],
  edits: [
    {
      file: "reservations.ts",
      find: "const reservedName = reservation.name || this.#store.get(reservation.uuid)?.name;",
      replace: "const reservedName = reservation.name;",
    },
  ],
};
