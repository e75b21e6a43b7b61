/** The programs of the file store as the harness runs them: the right ones, or a mutant's. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClient } from "../../nodes/filestore/open-client.ts";
import { pickQuorum, quorumProblem } from "../../nodes/filestore/quorum-sizes.ts";
import { startRegistry } from "../../nodes/filestore/registry.ts";
import { startReplica as startBlocking } from "../../nodes/filestore/replica-blocking.ts";
import { startReplica as startNonblocking } from "../../nodes/filestore/replica-nonblocking.ts";
import { startReplica as startQuorum } from "../../nodes/filestore/replica-quorum.ts";
import { writeMutatedNodes } from "../kit/mutated-nodes.ts";
import type { Edit } from "../mutants/filestore/mutant.ts";

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

/** The programs with some edits; they share the host, and so its errors, with the right ones. */
export async function loadMutatedPrograms(edits: readonly Edit[]): Promise<StorePrograms> {
  const folder = await mkdtemp(join(tmpdir(), "proctor-mutant-"));
  try {
    await writeMutatedNodes("filestore", edits, folder);
    const load = (name: string) => import(join(folder, "nodes/filestore", `${name}.ts`));
    const [registry, blocking, nonblocking, quorum, client, sizes] = await Promise.all(
      ["registry", "replica-blocking", "replica-nonblocking", "replica-quorum"]
        .concat("open-client", "quorum-sizes")
        .map(load),
    );
    return {
      startRegistry: registry.startRegistry,
      startBlocking: blocking.startReplica,
      startNonblocking: nonblocking.startReplica,
      startQuorum: quorum.startReplica,
      openClient: client.openClient,
      pickQuorum: sizes.pickQuorum,
      quorumProblem: sizes.quorumProblem,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
