/** Operations a second of each protocol, by number of replicas and of clients. */
import { join } from "node:path";
import type { Row } from "./csv.ts";
import { FileStoreCluster, type Protocol } from "./filestore-cluster.ts";
import type { FileStoreLoadOptions } from "./filestore-load.ts";
import { percentilesOf } from "./latency.ts";
import type { LoadProcesses } from "./load-processes.ts";

export interface ThroughputOptions {
  readonly protocols: readonly Protocol[];
  /** Numbers of replicas. */
  readonly sizes: readonly number[];
  readonly repeats: number;
  /** Of each measurement. */
  readonly seconds: number;
  /** Each of the 64 clients reads and writes as many. */
  readonly objectsPerClient: number;
  /** Load processes that `loads` runs. */
  readonly processes: number;
  /** Holds `logs/` and `data/`. */
  readonly directory: string;
}

export interface Measurement extends Row {
  readonly repeat: number;
  readonly protocol: Protocol;
  readonly replicas: number;
  readonly operation: string;
  /** Calls under way at once: 1 is one client in sequence. */
  readonly clients: number;
  readonly loop: "closed" | "open";
  readonly operations: number;
  readonly seconds: number;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p90_ms: number;
  readonly p99_ms: number;
  readonly p999_ms: number;
  readonly max_ms: number;
  /** Processors that the load generators kept busy, of all that the machine has. */
  readonly load_cores: number;
}

export const operations = ["read", "write", "mix"] as const;
export const manyClients = 64;
/** Between one and many, on the fewest replicas, to see where throughput stops to grow. */
const someClients = 8;
/** An open loop runs at this part of what the closed loop just reached. */
const openLoopShare = 0.5;
/** How long the replicas of a protocol may take to hold the same after the load has ended. */
const patienceMs = { blocking: 0, nonblocking: 10_000 } as const;

/**
 * Measures all protocols of one size in turn, again and again, so that what disturbs the machine
 * for a while does not hit one of them alone. All their nodes are up; one protocol is loaded.
 * @throws Error when a call did not succeed, or when what was written is not there afterwards
 */
export async function measureThroughput(
  loads: LoadProcesses,
  options: ThroughputOptions,
  progress: (text: string) => void,
): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  const { seconds } = options;
  for (const size of options.sizes) {
    const fewest = size === Math.min(...options.sizes);
    await using clusters = new AsyncDisposableStack();
    const started: FileStoreCluster[] = [];
    for (const protocol of options.protocols) {
      const cluster = await FileStoreCluster.start(protocol, size, options.directory);
      started.push(clusters.use(cluster));
      await openLoad(loads, cluster, options);
      await warmUp(loads, cluster, options.seconds);
    }
    for (let repeat = 1; repeat <= options.repeats; repeat++) {
      progress(`${size} replicas, repeat ${repeat} of ${options.repeats}`);
      for (const cluster of started) {
        rows.push(...(await measureOnce(loads, cluster, repeat, { seconds, fewest })));
        await verify(loads, cluster);
      }
      // Another one goes first the next time.
      started.push(...started.splice(0, 1));
    }
    for (const { protocol } of started) await loads.close(protocol);
  }
  return rows;
}

async function openLoad(
  loads: LoadProcesses,
  cluster: FileStoreCluster,
  { processes, directory, objectsPerClient }: ThroughputOptions,
): Promise<void> {
  const options: FileStoreLoadOptions = {
    protocol: cluster.protocol,
    registry: cluster.registry.address,
    directory: join(directory, "data"),
    lanes: Math.ceil(manyClients / processes),
    objectsPerLane: objectsPerClient,
  };
  await loads.open(cluster.protocol, "filestore-load.ts", options);
  await verify(loads, cluster);
}

/** Lets the just-in-time compilers of both sides see all that is to come. */
async function warmUp(loads: LoadProcesses, { protocol }: FileStoreCluster, seconds: number) {
  for (const kind of operations) {
    await loads.run({ load: protocol, kind, lanes: manyClients, durationMs: seconds * 500 });
  }
}

async function measureOnce(
  loads: LoadProcesses,
  { protocol, replicas }: FileStoreCluster,
  repeat: number,
  { seconds, fewest }: { readonly seconds: number; readonly fewest: boolean },
): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  const measure = async (kind: string, clients: number, ratePerSecond?: number) => {
    const rate = ratePerSecond === undefined ? {} : { ratePerSecond };
    const run = { load: protocol, kind, lanes: clients, durationMs: seconds * 1_000, ...rate };
    const usedBefore = loads.processorSeconds();
    const result = await loads.run(run);
    const used = loads.processorSeconds() - usedBefore;
    if (result.errors > 0 || result.operations === 0) {
      const what = `${protocol}, ${replicas.length} replicas, ${clients} × ${kind}`;
      throw new Error(`${what}: ${result.errors} calls failed, the first: ${result.firstError}`);
    }
    const perSecond = (result.operations * 1_000) / result.elapsedMs;
    const { p50, p90, p99, p999, max } = percentilesOf(result.latenciesMs);
    rows.push({
      repeat,
      protocol,
      replicas: replicas.length,
      operation: kind,
      clients,
      loop: ratePerSecond === undefined ? "closed" : "open",
      operations: result.operations,
      seconds: Number((result.elapsedMs / 1_000).toFixed(3)),
      per_second: Math.round(perSecond),
      p50_ms: p50,
      p90_ms: p90,
      p99_ms: p99,
      p999_ms: p999,
      max_ms: max,
      load_cores: Number(((used * 1_000) / result.elapsedMs).toFixed(2)),
    });
    return perSecond;
  };
  const counts = fewest ? [1, someClients] : [1];
  for (const kind of operations) {
    for (const clients of counts) await measure(kind, clients);
    const most = await measure(kind, manyClients);
    await measure(kind, manyClients, most * openLoopShare);
  }
  return rows;
}

/** What was acknowledged is there: on all replicas where the protocol says so, and for clients. */
async function verify(loads: LoadProcesses, cluster: FileStoreCluster): Promise<void> {
  const { protocol } = cluster;
  if (protocol !== "quorum") await cluster.commonHoldings(patienceMs[protocol]);
  await loads.verify(protocol);
}
