/** Requests in sequence, as the published figures have them: by one client, and by several. */
import { mixes, spreads, type TraceShape } from "../../harness/failover/trace-generator.ts";
import type { Bench } from "./bench-command.ts";
import type { Row } from "./csv.ts";
import { BenchCluster, loadName } from "./failover-bench-cluster.ts";
import { percentilesOf } from "./latency.ts";

export interface SequenceOptions {
  /** Sizes of clusters. */
  readonly servers: readonly number[];
  /** Numbers of requests in all. */
  readonly requests: readonly number[];
  /** Numbers of clients that share the fewest requests, on the smallest cluster. */
  readonly clients: readonly number[];
  readonly keysPerClient: number;
  /** Of measurements with the fewest requests; those with more are made once. */
  readonly repeats: number;
}

export interface SequenceRow extends Row {
  readonly servers: number;
  readonly clients: number;
  readonly requests: number;
  readonly operation: TraceShape["mix"];
  readonly keys: TraceShape["spread"];
  readonly repeat: number;
  readonly seconds: number;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p90_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
}

/** An answer to the last request comes before. */
const limitMs = 100_000;

/** @throws Error when an answer was wrong or missing */
export async function measureSequences(
  bench: Bench,
  options: SequenceOptions,
): Promise<SequenceRow[]> {
  const rows: SequenceRow[] = [];
  const [fewest = 1] = options.requests;
  const [smallest] = options.servers;
  for (const servers of options.servers) {
    bench.progress(`starting ${servers} servers`);
    const name = `sequence-of-${servers}`;
    await using cluster = await BenchCluster.start(bench, name, servers, "last-standing");
    const counts = servers === smallest ? options.clients : [1];
    const lanes = Math.ceil(Math.max(...counts) / bench.processes);
    const { keysPerClient } = options;
    await cluster.open(bench, bench.loads, { name: "client", lanes, keysPerClient });
    await warmUp(bench, fewest);
    for (const requests of options.requests) {
      const repeats = requests === fewest ? options.repeats : 1;
      for (let repeat = 1; repeat <= repeats; repeat++) {
        bench.progress(`${servers} servers, ${requests} requests, ${repeat} of ${repeats}`);
        const clients = requests === fewest ? counts : [1];
        for (const count of clients) {
          const place = { servers, clients: count, requests, repeat };
          rows.push(...(await measureShapes(bench, place, count === 1 ? spreads : ["uniform"])));
        }
      }
    }
    await bench.loads.verify(loadName);
    await cluster.commonHoldings();
    await bench.loads.close(loadName);
  }
  return rows;
}

/** Lets the just-in-time compilers of both sides see what is to come. */
async function warmUp(bench: Bench, requests: number): Promise<void> {
  for (const mix of mixes) {
    const run = { load: loadName, kind: `${mix} uniform`, lanes: 1, durationMs: limitMs };
    await bench.loads.run({ ...run, callsPerLane: Math.ceil(requests / 4) });
  }
}

async function measureShapes(
  bench: Bench,
  place: Pick<SequenceRow, "servers" | "clients" | "requests" | "repeat">,
  ofKeys: readonly TraceShape["spread"][],
): Promise<SequenceRow[]> {
  const rows: SequenceRow[] = [];
  for (const keys of ofKeys) {
    for (const operation of mixes) {
      const result = await bench.loads.run({
        load: loadName,
        kind: `${operation} ${keys}`,
        lanes: place.clients,
        durationMs: limitMs,
        callsPerLane: place.requests / place.clients,
      });
      const { operations, errors, firstError, elapsedMs, latenciesMs } = result;
      if (errors > 0 || operations !== place.requests) {
        throw new Error(`${operations} of ${place.requests} were answered; ${firstError}`);
      }
      const { p50, p90, p99, max } = percentilesOf(latenciesMs);
      rows.push({
        ...place,
        operation,
        keys,
        seconds: Number((elapsedMs / 1_000).toFixed(3)),
        per_second: Math.round((operations * 1_000) / elapsedMs),
        ...{ p50_ms: p50, p90_ms: p90, p99_ms: p99, max_ms: max },
      });
    }
  }
  return rows;
}
