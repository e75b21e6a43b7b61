/** The programs of the file store as the simulation runs them: the right ones, or a mutant's. */
import { openClient } from "../../nodes/filestore/open-client.ts";
import { startRegistry } from "../../nodes/filestore/registry.ts";
import { startReplica as startBlocking } from "../../nodes/filestore/replica-blocking.ts";
import { startReplica as startNonblocking } from "../../nodes/filestore/replica-nonblocking.ts";
import { startReplica as startQuorum } from "../../nodes/filestore/replica-quorum.ts";

export const rightPrograms = {
  startRegistry,
  startBlocking,
  startNonblocking,
  startQuorum,
  openClient,
};

export type StorePrograms = typeof rightPrograms;
