/**
 * Measures the replicated file store: throughput and latency of each protocol by number of
 * replicas, and start-up; with `--peer etcd` three blocking replicas against three etcd servers
 * instead. Ends with exit 0 when all is measured and written as CSV and as a page; 1 when a call
 * did not do its work; 64 on bad usage; 69 without etcd or h2load.
 *
 * Copy: `bun run scripts/bench/filestore.ts`, `bun run scripts/bench/filestore.ts --peer etcd`
 */
import { flag } from "../../nodes/host/flags.ts";
import { type Bench, listOf, runBenchmark } from "./bench-command.ts";
import { type Protocol, protocols } from "./filestore-cluster.ts";
import { reportEtcd } from "./filestore-etcd-report.ts";
import { measureStartUp, startUpTable } from "./filestore-start-up.ts";
import { manyClients, measureThroughput } from "./filestore-throughput.ts";
import { provenance } from "./machine.ts";
import { writeResult } from "./result-files.ts";
import { noisyNote, summarize } from "./statistics.ts";
import { throughputTable } from "./throughput-table.ts";

const flags = {
  peer: flag.choice("measure against this one instead", ["none", "etcd"], "none"),
  protocol: listOf(flag.choice("what to measure", protocols, "blocking"), protocols),
  replicas: listOf(flag.integer("numbers of replicas", { min: 1, max: 100 }), [3, 5, 10]),
  startUp: flag.optional(
    flag.integer("how many replicas to start at once; 50 without --smoke", { min: 1, max: 1_000 }),
  ),
};

async function reportThroughput(
  bench: Bench,
  protocols: readonly Protocol[],
  sizes: readonly number[],
): Promise<string> {
  const { smoke, loads, progress } = bench;
  const { seconds = smoke ? 0.05 : 1, repeats = smoke ? 1 : 3 } = bench;
  const objectsPerClient = smoke ? 1 : 8;
  const options = { ...bench, protocols, sizes, repeats, seconds, objectsPerClient };
  const rows = await measureThroughput(loads, options, progress);
  const atMost = rows.filter(({ clients, loop }) => clients === manyClients && loop === "closed");
  const loadCores = summarize(atMost.map((row) => row.load_cores)).median.toFixed(1);
  return writeResult(bench.output, {
    name: "throughput",
    provenance: await provenance(bench.command),
    rows,
    table: throughputTable(rows),
    notes: [
      `Values have 300 bytes. Medians over repeats (${repeats}, each of ${seconds} s), but`,
      "`max` is the worst of all. One client calls in sequence. 64 clients are a closed loop,",
      "which finds the most that the system does; `± 95 %` is the interval of the mean over the",
      "repeats. The latencies beside it are of an open loop at half of that rate, from when a",
      `call was due. All nodes and the ${bench.processes} load processes share this machine; with`,
      `64 clients the load processes alone keep ${loadCores} cores busy (median), so these are the`,
      "figures of clients and replicas together. Clients choose a replica at random for each",
      "call; quorum clients ask the registry for a majority each time.",
      "",
      "Every answer was checked. After each repeat a sample was read back and compared with",
      "what was last acknowledged, and all primary-backup replicas held the same: at once where",
      "the protocol blocks, else within 10 s.",
      "",
      noisyNote,
    ],
  });
}

async function reportStartUp(bench: Bench, replicas: number): Promise<string> {
  bench.progress(`start-up of ${replicas} replicas`);
  const singles = bench.smoke ? 1 : 10;
  const rows = await measureStartUp({ replicas, singles, directory: bench.directory });
  return writeResult(bench.output, {
    name: "start-up",
    provenance: await provenance(bench.command),
    rows,
    table: startUpTable(rows),
    notes: [
      "Blocking protocol; a replica is READY when it has registered and caught up. Resident",
      "memory is the largest of the replicas, shared pages included.",
    ],
  });
}

if (import.meta.main) {
  await runBenchmark({
    name: "filestore",
    summary: "Measures the replicated file store.",
    flags,
    async run(bench, options) {
      const { protocol, replicas, startUp = bench.smoke ? 2 : 50 } = options;
      if (options.peer === "etcd") {
        console.log(await reportEtcd(bench));
      } else {
        console.log(await reportThroughput(bench, protocol, bench.smoke ? [3] : replicas));
        console.log(await reportStartUp(bench, startUp));
      }
    },
  });
}
