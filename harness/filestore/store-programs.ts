/** The programs of the file store as the harness runs them: the right ones, or a mutant's. */
import { openClient } from "../../nodes/filestore/open-client.ts";
import { pickQuorum, quorumProblem } from "../../nodes/filestore/quorum-sizes.ts";
import { startRegistry } from "../../nodes/filestore/registry.ts";
import { startReplica as startBlocking } from "../../nodes/filestore/replica-blocking.ts";
import { startReplica as startNonblocking } from "../../nodes/filestore/replica-nonblocking.ts";
import { startReplica as startQuorum } from "../../nodes/filestore/replica-quorum.ts";
import type { Edit } from "../kit/mutant.ts";
import { loadMutatedModules } from "../kit/mutated-nodes.ts";

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
export async function loadMutatedPrograms(edits: readonly Edit[]): Promise<StorePrograms> {
  const roles = ["registry", "replica-blocking", "replica-nonblocking", "replica-quorum"];
  const modules = [...roles, "open-client", "quorum-sizes"];
  const [registry, blocking, nonblocking, quorum, client, sizes] = await loadMutatedModules(
    "filestore",
    edits,
    modules,
  );
  const programs = {
    startRegistry: registry?.["startRegistry"],
    startBlocking: blocking?.["startReplica"],
    startNonblocking: nonblocking?.["startReplica"],
    startQuorum: quorum?.["startReplica"],
    openClient: client?.["openClient"],
    pickQuorum: sizes?.["pickQuorum"],
    quorumProblem: sizes?.["quorumProblem"],
  };
  return programs as StorePrograms;
}
