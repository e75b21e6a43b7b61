/** The programs of the fail-over store as the harness runs them: the right ones, or a mutant's. */
import { FailoverClient } from "../../nodes/failover/failover-client.ts";
import { startServer } from "../../nodes/failover/server.ts";
import type { Edit } from "../kit/mutant.ts";
import { loadPrograms } from "../kit/mutated-nodes.ts";

export const rightPrograms = { startServer, FailoverClient };

export type StorePrograms = typeof rightPrograms;

/** The programs with some edits. */
export const loadMutatedPrograms = (edits: readonly Edit[]): Promise<StorePrograms> =>
  loadPrograms<StorePrograms>("failover", edits, {
    startServer: "server",
    FailoverClient: "failover-client",
  });
