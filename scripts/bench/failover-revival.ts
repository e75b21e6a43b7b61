/** How long a server that missed many puts takes, from its start, until it serves again. */
import type { Bench } from "./bench-command.ts";
import type { Row } from "./csv.ts";
import { BenchCluster, loadName } from "./failover-bench-cluster.ts";
import { targets } from "./failover-published.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { summarize } from "./statistics.ts";

export interface RevivalOptions {
  readonly servers: number;
  /** Puts of new keys while it is away. */
  readonly missed: number;
  readonly repeats: number;
}

export interface RevivalRow extends Row {
  readonly servers: number;
  readonly repeat: number;
  readonly missed: number;
  /** All that it must have in the end. */
  readonly keys: number;
  readonly ready_ms: number;
  readonly serving_ms: number;
}

const clients = 64;
/** A look costs the server that is looked at. */
const betweenLooksMs = 2;

/** @throws Error when it does not hold all in the end */
export async function measureRevivals(bench: Bench, options: RevivalOptions) {
  const { servers, missed, repeats } = options;
  const rows: RevivalRow[] = [];
  await using cluster = await BenchCluster.start(bench, "revival", servers, "last-standing");
  const { store } = cluster;
  const lanes = Math.ceil(clients / bench.processes);
  await cluster.open(bench, bench.loads, { name: "reviver", lanes, keysPerClient: 1 });
  for (let repeat = 1; repeat <= repeats; repeat++) {
    const primary = await store.primary();
    const victim = store.ranks.findLast((rank) => rank !== primary) ?? 0;
    bench.progress(`s${victim} misses ${missed} puts, ${repeat} of ${repeats}`);
    await store.kill([victim]);
    const { errors, firstError, operations } = await bench.loads.run({
      ...{ load: loadName, kind: "new", lanes: clients, durationMs: 100_000 },
      callsPerLane: Math.ceil(missed / clients),
    });
    if (errors > 0) throw new Error(`${errors} puts failed, the first: ${firstError}`);
    const startedMs = performance.now();
    await store.revive([victim]);
    const ready = performance.now() - startedMs;
    while (!(await store.statuses([victim])).get(victim)?.serving) await Bun.sleep(betweenLooksMs);
    const serving = performance.now() - startedMs;
    const held = await cluster.commonHoldings();
    rows.push({
      ...{ servers, repeat, missed: operations, keys: held.length },
      ...{ ready_ms: Number(ready.toFixed(1)), serving_ms: Number(serving.toFixed(1)) },
    });
  }
  await bench.loads.verify(loadName);
  await bench.loads.close(loadName);
  return rows;
}

export function revivalTable(rows: readonly RevivalRow[]): string {
  const [{ servers }] = rows as [RevivalRow];
  const serving = summarize(rows.map(({ serving_ms }) => serving_ms));
  const ready = summarize(rows.map(({ ready_ms }) => ready_ms));
  const reached = serving.median <= targets.revivalMs;
  const head = ["servers", "missed puts", "times", "keys in the end", "READY: median ms"];
  head.push("serves: median ms", "worst", "target", "");
  const cells = [
    ...[String(servers), count(summarize(rows.map(({ missed }) => missed)).median)],
    ...[String(rows.length), count(Math.max(...rows.map(({ keys }) => keys)))],
    ...[milliseconds(ready.median), milliseconds(serving.median), milliseconds(serving.max)],
    ...[count(targets.revivalMs), reached ? "reached" : "missed"],
  ];
  return markdownTable({ head, rows: [cells] });
}
