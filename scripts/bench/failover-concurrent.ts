/** Many clients at once: the most puts, gets and both that the servers do, and whether all stay. */
import type { Bench } from "./bench-command.ts";
import type { Row } from "./csv.ts";
import { BenchCluster, loadName } from "./failover-bench-cluster.ts";
import { targets } from "./failover-published.ts";
import { percentilesOf } from "./latency.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { marked, summarize } from "./statistics.ts";

export interface ConcurrentOptions {
  readonly clients: number;
  readonly servers: number;
  /** Of each measurement. */
  readonly seconds: number;
  readonly repeats: number;
}

export interface ConcurrentRow extends Row {
  readonly servers: number;
  readonly clients: number;
  readonly operation: string;
  readonly repeat: number;
  readonly operations: number;
  readonly seconds: number;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
  /** Processors that the load processes kept busy. */
  readonly load_cores: number;
}

const keysPerClient = 20;

/**
 * Closed loops. At the end all servers are killed at once and revived, and every key must hold
 * what was acknowledged last.
 * @returns the rows, and how many keys were read back
 */
export async function measureConcurrent(bench: Bench, options: ConcurrentOptions) {
  const { clients, servers, seconds, repeats } = options;
  bench.progress(`${clients} clients at once on ${servers} servers`);
  await using cluster = await BenchCluster.start(bench, "concurrent", servers, "last-standing");
  const lanes = Math.ceil(clients / bench.processes);
  await cluster.open(bench, bench.loads, { name: "client", lanes, keysPerClient });
  const rows: ConcurrentRow[] = [];
  const measure = async (operation: string, repeat: number) => {
    const run = { load: loadName, kind: `${operation} uniform`, lanes: clients };
    const usedBefore = bench.loads.processorSeconds();
    const result = await bench.loads.run({ ...run, durationMs: seconds * 1_000 });
    const { operations, errors, firstError, elapsedMs, latenciesMs } = result;
    if (errors > 0) throw new Error(`${errors} calls failed, the first: ${firstError}`);
    const used = bench.loads.processorSeconds() - usedBefore;
    const { p50, p99, max } = percentilesOf(latenciesMs);
    const per_second = Math.round((operations * 1_000) / elapsedMs);
    const load_cores = Number(((used * 1_000) / elapsedMs).toFixed(2));
    rows.push({
      ...{ servers, clients, operation, repeat, operations },
      ...{ seconds: Number((elapsedMs / 1_000).toFixed(3)), per_second },
      ...{ p50_ms: p50, p99_ms: p99, max_ms: max, load_cores },
    });
  };
  await bench.loads.run({
    ...{ load: loadName, kind: "mixed uniform", lanes: clients },
    durationMs: seconds * 1_000,
  });
  for (let repeat = 1; repeat <= repeats; repeat++) {
    for (const operation of ["put", "mixed", "get"]) await measure(operation, repeat);
  }
  bench.progress("killing all servers at once, reviving them, reading everything back");
  const { store } = cluster;
  await store.kill(store.ranks);
  await store.revive(store.ranks);
  await store.untilServing(store.ranks);
  const verified = await bench.loads.verify(loadName);
  const held = await cluster.commonHoldings();
  if (held.length < verified) throw new Error(`${held.length} of ${verified} keys are there`);
  await bench.loads.close(loadName);
  return { rows, verified };
}

export function concurrentTable(rows: readonly ConcurrentRow[]): string {
  const table = [...Map.groupBy(rows, ({ operation }) => operation)].map(([operation, same]) => {
    const over = (figure: "per_second" | "p50_ms" | "p99_ms" | "max_ms" | "load_cores") =>
      summarize(same.map((row) => row[figure]));
    const [{ servers, clients }] = same as [ConcurrentRow];
    const rate = over("per_second").median;
    const target = operation === "put" ? targets.concurrentPutsPerSecond : undefined;
    return [
      ...[String(servers), String(clients), operation, marked(over("per_second"), count)],
      ...[milliseconds(over("p50_ms").median), milliseconds(over("p99_ms").median)],
      ...[milliseconds(over("max_ms").max), over("load_cores").median.toFixed(1)],
      target === undefined ? "" : count(target),
      target === undefined ? "" : rate >= target ? "reached" : "missed",
    ];
  });
  const head = ["servers", "clients", "operation", "a second", "p50 ms", "p99 ms", "max ms"];
  head.push("cores of clients", "target", "");
  return markdownTable({ head, rows: table });
}
