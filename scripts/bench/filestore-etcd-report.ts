/** Three blocking replicas against three etcd servers: starts both, compares, writes it down. */
import { join } from "node:path";
import { EtcdCluster, etcdVersion, hasEtcd } from "../../harness/kit/etcd.ts";
import { type Bench, MissingPeerError } from "./bench-command.ts";
import { compare, comparisonTable } from "./comparison.ts";
import type { EtcdLoadOptions } from "./etcd-load.ts";
import { FileStoreCluster } from "./filestore-cluster.ts";
import { etcdContests, generatorLanes } from "./filestore-etcd.ts";
import type { FileStoreLoadOptions } from "./filestore-load.ts";
import { hasH2load } from "./h2load.ts";
import { provenance } from "./machine.ts";
import { processorShare } from "./process-usage.ts";
import { writeResult } from "./result-files.ts";

const servers = 3;

/** @returns the page. @throws MissingPeerError without etcd or h2load */
export async function reportEtcd(bench: Bench): Promise<string> {
  if (!hasEtcd || !hasH2load) {
    throw new MissingPeerError(
      "etcd and h2load are needed: apt install etcd-server nghttp2-client",
    );
  }
  const { smoke, loads, processes, directory, command, progress } = bench;
  const { seconds = smoke ? 0.5 : 2, repeats: rounds = smoke ? 1 : 5 } = bench;
  await using etcd = await EtcdCluster.start(servers, directory);
  await using ours = await FileStoreCluster.start("blocking", servers, directory);
  const lanes = Math.ceil(generatorLanes / processes);
  await loads.open("etcd", "etcd-load.ts", {
    addresses: etcd.addresses,
    lanes,
    objectsPerLane: 0,
  } satisfies EtcdLoadOptions);
  await loads.open("ours", "filestore-load.ts", {
    protocol: "blocking",
    registry: ours.registry.address,
    directory: join(directory, "data"),
    lanes,
    objectsPerLane: 0,
  } satisfies FileStoreLoadOptions);

  const contests = await etcdContests({ etcd, ours, loads, directory: join(directory, "data") });
  // On a busy machine, cold processes may answer nothing at all in half a second.
  const options = { peer: "etcd", rounds, seconds, warmUpSeconds: smoke ? 1 : 1.5 };
  const rows = await compare(contests, options, progress);
  const idleSeconds = smoke ? 0.2 : 2;
  const idleEtcd = await processorShare(etcd.pids, idleSeconds);
  const idleOurs = await processorShare(ours.pids, idleSeconds);
  await loads.close("etcd");
  await loads.close("ours");
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return writeResult(bench.output, {
    name: "etcd",
    provenance: await provenance(command, [await etcdVersion()]),
    rows,
    table: comparisonTable(rows, "etcd"),
    notes: [
      `Medians over rounds (${rounds}, each of ${seconds} s); a ratio is of the two runs of one`,
      "round, then the median. Both systems are up all the time and take turns; idle, etcd's",
      `three servers use ${percent(idleEtcd)} of one core and our four nodes`,
      `${percent(idleOurs)}. All run on this one machine, the load generators too. Values have`,
      "300 bytes. All but the last line are made by h2load, closed loop, so latencies at 128",
      "calls at once are those of a system that is kept busy.",
      "",
      "Rewriting one object is all that h2load can do: every call has the same body. Ours",
      "replicates and logs each of these writes, but writes the file once a batch; etcd keeps",
      "every revision. The last line has no such shortcut: each write makes another object, by",
      "our own generator, whose share of the processors limits both.",
      "",
      "What is promised differs: etcd answers when a majority has synced its log; ours when all",
      "replicas have synced theirs and written the file. A read at one of our replicas is",
      "local, as is etcd's serializable one; etcd's linearizable one asks a majority.",
      "",
      "Every run of h2load was checked by what it left: each answered write raised etcd's",
      "revision or the number of our updates by one, all three replicas held the same, and",
      "answers to reads had the bytes of the right one. Of the created objects a sample was",
      "read back each round.",
    ],
  });
}
