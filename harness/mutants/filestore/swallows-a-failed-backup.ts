/**
 * A backup that does not acknowledge in time counts as if it had. The write is confirmed, and the
 * backup that is cut off from the primary alone still serves the old content. The regular register
 * sees it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["ring", "one-way", "bridge"],
  caughtBy: ["regular"],
  edits: [
    {
      file: "replication.ts",
      find: `throw new RpcError("DEADLINE_EXCEEDED", details);`,
      replace: "this.#host.log.warn(details);",
    },
  ],
};
