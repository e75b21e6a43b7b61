/**
 * The blocking file store against etcd: three servers each, the same generators, the same 300
 * bytes. Every write raises etcd's revision, and the number of our updates, by one.
 */

import type { EtcdCluster } from "../../harness/kit/etcd.ts";
import { EtcdKv } from "../../harness/kit/etcd-service.ts";
import { Replica } from "../../nodes/filestore/protocol.ts";
import { status } from "../../nodes/filestore/status.ts";
import { type CheckedLoad, countedCalls, sizedCalls, targetsOf } from "./checked-h2load.ts";
import type { Contest, Measure } from "./comparison.ts";
import type { FileStoreCluster } from "./filestore-cluster.ts";
import type { LoadProcesses } from "./load-processes.ts";
import { valueBytes } from "./object-load.ts";

export interface Peers {
  readonly etcd: EtcdCluster;
  readonly ours: FileStoreCluster;
  /** With loads named `etcd` and `ours` open, of `generatorLanes` together. */
  readonly loads: LoadProcesses;
  /** For the files of h2load. */
  readonly directory: string;
}

/** Calls under way at once: 128, and as near to that as three equal shares come. */
const oneServer = { connections: 8, streams: 16 };
const eachOfThree = { connections: 3, streams: 14 };
const inSequence = { connections: 1, streams: 1 };
export const generatorLanes = 128;

/** How long our replicas may take to hold the same after a load. */
const patienceMs = 2_000;

/** What both do, in the order of the table. */
export async function etcdContests({ etcd, ours, loads, directory }: Peers): Promise<Contest[]> {
  const content = "proctor ".repeat(valueBytes).slice(0, valueBytes);
  const file = { uuid: crypto.randomUUID(), name: "one-object.txt", content };
  const key = Buffer.from(file.name);
  const entry = { key, value: Buffer.from(content) };
  const theirs = etcd.addresses;
  const [oneOfTheirs = ""] = theirs;
  // Not the primary, which comes first: whoever asks any replica most often meets a backup.
  const backup = ours.addresses.at(-1) ?? "";
  await etcd.connections.client(EtcdKv, oneOfTheirs).put(entry);
  const { status: answered } = await ours.connections.client(Replica, backup).write(file);
  if (answered !== status.success) throw new Error(`the first write was answered by ${answered}`);

  const writes = (
    name: string,
    shape: CheckedLoad["shape"],
    peers: readonly string[],
    own: readonly string[],
  ): Contest => {
    const puts = targetsOf(EtcdKv, "put", entry, peers);
    const writes = targetsOf(Replica, "write", file, own);
    const load = { shape, directory };
    return {
      name,
      peer: countedCalls({ ...load, targets: puts }, () => etcd.revision()),
      ours: countedCalls({ ...load, targets: writes }, () => updatesOf(ours)),
    };
  };
  const reads = (name: string, request: object): Contest => {
    const ranges = targetsOf(EtcdKv, "range", request, [oneOfTheirs]);
    const reads = targetsOf(Replica, "read", { uuid: file.uuid }, [backup]);
    const load = { shape: oneServer, directory };
    return {
      name,
      peer: sizedCalls({ ...load, targets: ranges }, valueBytes),
      ours: sizedCalls({ ...load, targets: reads }, valueBytes),
    };
  };
  return [
    writes("rewrite one object, 8 × 16 on one server", oneServer, [oneOfTheirs], [backup]),
    writes("the same, 3 × 14 on each of the three", eachOfThree, theirs, ours.addresses),
    writes("the same, one client in sequence", inSequence, [oneOfTheirs], [backup]),
    reads("read, 8 × 16 on one server; etcd linearizable", { key }),
    reads("the same; etcd serializable, which is local", { key, serializable: true }),
    {
      name: "create objects, 128 own clients on all three",
      peer: created(loads, "etcd"),
      ours: created(loads, "ours"),
    },
  ];
}

/** The number of the last update, when all replicas hold the same. */
async function updatesOf(ours: FileStoreCluster): Promise<number> {
  const objects = await ours.commonHoldings(patienceMs);
  return Math.max(0, ...[...objects.values()].map(({ sequence }) => Number(sequence)));
}

/** Our own generator: each write makes another object, so that no two can be one. */
function created(loads: LoadProcesses, load: "etcd" | "ours"): Measure {
  return async (seconds) => {
    const run = { load, kind: "create", lanes: generatorLanes, durationMs: seconds * 1_000 };
    const { errors, firstError, operations, elapsedMs, latenciesMs } = await loads.run(run);
    if (errors > 0) throw new Error(`${load}: ${errors} writes failed, the first: ${firstError}`);
    await loads.verify(load);
    return { operations, seconds: elapsedMs / 1_000, latenciesMs };
  };
}
