/** Loads a file store by its own clients: any replica, or those that the registry picks. */
import { join } from "node:path";
import { type Answer, Directory, type FileClient } from "../../nodes/filestore/file-client.ts";
import { PrimaryBackupClient } from "../../nodes/filestore/primary-backup-client.ts";
import { RegularQuorumClient } from "../../nodes/filestore/quorum-client.ts";
import { status } from "../../nodes/filestore/status.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { createRealHost } from "../../nodes/host/real.ts";
import type { Protocol } from "./filestore-cluster.ts";
import type { LoadPlace } from "./load-worker.ts";
import { ObjectLoad, type ObjectStore } from "./object-load.ts";

export interface FileStoreLoadOptions {
  readonly protocol: Protocol;
  /** `host:port` of the registry. */
  readonly registry: string;
  /** Where a client may keep something. */
  readonly directory: string;
  readonly lanes: number;
  readonly objectsPerLane: number;
}

/** Opens the load and makes its objects. */
export async function openLoad(options: FileStoreLoadOptions, place: LoadPlace) {
  const { protocol, registry, directory, lanes, objectsPerLane } = options;
  const id = `client-${place.worker}`;
  const host = createRealHost({ id, dataDirectory: join(directory, id), seed: place.seed });
  const replicas = new Directory(host, registry);
  const client =
    protocol === "quorum"
      ? new RegularQuorumClient(host, replicas)
      : new PrimaryBackupClient(host, replicas);
  const store = objectStore(client, () => host.close());
  const random = seededRandom(place.seed, `objects of ${id}`);
  const load = new ObjectLoad(store, random, lanes, objectsPerLane);
  await load.prepare();
  return load;
}

function objectStore(client: FileClient, close: () => void): ObjectStore {
  return {
    async put(_lane, { uuid, name }, content) {
      mustSucceed(await client.write({ uuid, name, content }));
    },
    async get(_lane, { uuid }) {
      const answer = await client.read(uuid);
      mustSucceed(answer);
      return answer.content ?? "";
    },
    close,
  };
}

function mustSucceed(answer: Answer): void {
  if (answer.status !== status.success) throw new Error(`status was ${answer.status}`);
}
