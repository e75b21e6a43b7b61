/** Loads etcd with the same operations as the file store: each lane through one server. */

import { EtcdKv } from "../../harness/kit/etcd-service.ts";
import { Connections } from "../../nodes/host/grpc-client.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { plaintext } from "../../nodes/host/tls.ts";
import type { LoadPlace } from "./load-worker.ts";
import { ObjectLoad, type ObjectStore } from "./object-load.ts";

export interface EtcdLoadOptions {
  /** Of the servers; lane after lane takes the next one. */
  readonly addresses: readonly string[];
  readonly lanes: number;
  readonly objectsPerLane: number;
}

/** Opens the load and makes its objects. */
export async function openLoad(options: EtcdLoadOptions, place: LoadPlace) {
  const random = seededRandom(place.seed, `etcd-load-${place.worker}`);
  const store = etcdStore(options.addresses);
  const load = new ObjectLoad(store, random, options.lanes, options.objectsPerLane);
  await load.prepare();
  return load;
}

function etcdStore(addresses: readonly string[]): ObjectStore {
  const connections = new Connections({ id: "bench", credentials: plaintext });
  const servers = addresses.map((address) => connections.client(EtcdKv, address));
  const serverOf = (lane: number) => servers[lane % servers.length] as (typeof servers)[number];
  return {
    async put(lane, { name }, value) {
      await serverOf(lane).put({ key: Buffer.from(name), value: Buffer.from(value) });
    },
    async get(lane, { name }) {
      const { kvs = [] } = await serverOf(lane).range({ key: Buffer.from(name) });
      const found = kvs[0];
      if (found === undefined) throw new Error(`etcd has no key ${name}`);
      return Buffer.from(found.value).toString();
    },
    close: () => connections.close(),
  };
}
