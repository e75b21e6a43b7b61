/**
 * A client asks the same server for ever, also when it is down.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["kill"],
  caughtBy: ["a client goes on with those that live"],
  edits: [
    {
      file: "failover-client.ts",
      find: "for (const address of this.#order()) {",
      replace: "for (const address of this.servers.slice(0, 1)) {",
    },
  ],
};
