/**
 * A backend may register any address: one message sends all clients to a stranger.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a backend can register no address but its own"],
  edits: [
    {
      file: "balancer.ts",
      find: "ownEndpoint(backend, options.foreignAddresses ? undefined : call.peer)",
      replace: "ownEndpoint(backend, options.foreignAddresses ? call.peer : undefined)",
    },
  ],
};
