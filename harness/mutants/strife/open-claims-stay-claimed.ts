/** After a restart of the gateway, keys that were under way stay so. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: ["kill", "disk-kill", "crash-before", "crash-after-execution"],
  caughtBy: ["liveness"],
  edits: [
    {
      file: "sqlite-payments.ts",
      find: `database.run("UPDATE payment SET state = 'aborted' WHERE state = 'claimed'");`,
      replace: "",
    },
  ],
};
