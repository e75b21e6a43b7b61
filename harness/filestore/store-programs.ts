/** The programs of the file store as the harness runs them: the right ones, or a mutant's. */
import { openClient } from "../../nodes/filestore/open-client.ts";
import { pickQuorum, quorumProblem } from "../../nodes/filestore/quorum-sizes.ts";
import { startRegistry } from "../../nodes/filestore/registry.ts";
import { startReplica as startBlocking } from "../../nodes/filestore/replica-blocking.ts";
import { startReplica as startNonblocking } from "../../nodes/filestore/replica-nonblocking.ts";
import { startReplica as startQuorum } from "../../nodes/filestore/replica-quorum.ts";
import type { Edit } from "../kit/mutant.ts";
import { loadPrograms } from "../kit/mutated-nodes.ts";

export const rightPrograms = {
  startRegistry,
  startBlocking,
  startNonblocking,
  startQuorum,
  openClient,
  pickQuorum,
  quorumProblem,
};

export type StorePrograms = typeof rightPrograms;

/** The programs with some edits. */
export const loadMutatedPrograms = (edits: readonly Edit[]): Promise<StorePrograms> =>
  loadPrograms<StorePrograms>("filestore", edits, {
    startRegistry: "registry",
    startBlocking: "replica-blocking#startReplica",
    startNonblocking: "replica-nonblocking#startReplica",
    startQuorum: "replica-quorum#startReplica",
    openClient: "open-client",
    pickQuorum: "quorum-sizes",
    quorumProblem: "quorum-sizes",
  });
