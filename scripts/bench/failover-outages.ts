/**
 * What clients notice of a death: the longest time in which no put, and no get, of any client was
 * answered, while a server is killed.
 */
import { type GuaranteeName, guarantees } from "../../nodes/failover/guarantee.ts";
import type { Bench } from "./bench-command.ts";
import type { Row } from "./csv.ts";
import { BenchCluster, loadName } from "./failover-bench-cluster.ts";
import { targets } from "./failover-published.ts";
import { LoadProcesses } from "./load-processes.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { summarize } from "./statistics.ts";

export interface OutageOptions {
  readonly servers: number;
  readonly repeats: number;
  /** Of each measurement. */
  readonly seconds: number;
}

const victims = ["nobody", "a backup", "the primary"] as const;
type Victim = (typeof victims)[number];

export interface OutageRow extends Row {
  readonly guarantee: GuaranteeName;
  readonly servers: number;
  readonly killed: Victim;
  readonly repeat: number;
  readonly puts: number;
  readonly longest_without_put_ms: number;
  readonly slowest_put_ms: number;
  readonly gets: number;
  readonly longest_without_get_ms: number;
  readonly slowest_get_ms: number;
}

/** Puts a second and gets a second: far from the most, so that a gap is not a busy machine's. */
const rate = 200;
const clients = 16;
const keysPerClient = 5;

/** Puts by one process and gets by another, at a steady rate, while a server is killed. */
export async function measureOutages(bench: Bench, options: OutageOptions): Promise<OutageRow[]> {
  const rows: OutageRow[] = [];
  for (const guarantee of guarantees) {
    const name = `outage-${guarantee}`;
    await using cluster = await BenchCluster.start(bench, name, options.servers, guarantee);
    await using putters = new LoadProcesses(1, bench.seed);
    await using getters = new LoadProcesses(1, bench.seed);
    await cluster.open(bench, putters, { name: "putter", lanes: clients, keysPerClient });
    await cluster.open(bench, getters, { name: "getter", lanes: clients, keysPerClient });
    for (const killed of victims) {
      const repeats = killed === "nobody" ? 1 : options.repeats;
      for (let repeat = 1; repeat <= repeats; repeat++) {
        bench.progress(`${guarantee}: ${killed} is killed, ${repeat} of ${repeats}`);
        const figures = await measureOnce(cluster, { putters, getters }, killed, options.seconds);
        rows.push({ guarantee, servers: options.servers, killed, repeat, ...figures });
      }
    }
    for (const loads of [putters, getters]) await loads.verify(loadName);
    await cluster.commonHoldings();
  }
  return rows;
}

interface Loads {
  readonly putters: LoadProcesses;
  readonly getters: LoadProcesses;
}

async function measureOnce(
  { store }: BenchCluster,
  { putters, getters }: Loads,
  killed: Victim,
  seconds: number,
) {
  const run = { load: loadName, lanes: clients, durationMs: seconds * 1_000, ratePerSecond: rate };
  const primary = await store.primary();
  const backup = store.ranks.find((rank) => rank !== primary) ?? 0;
  const group = { nobody: [], "a backup": [backup], "the primary": [primary] }[killed];
  const running = Promise.all([
    putters.run({ ...run, kind: "put uniform" }),
    getters.run({ ...run, kind: "get uniform" }),
  ]);
  await Bun.sleep(seconds * 400);
  await store.kill(group);
  const [put, get] = await running;
  for (const { errors, firstError } of [put, get]) {
    if (errors > 0) throw new Error(`${errors} calls failed, the first: ${firstError}`);
  }
  await store.revive(group);
  await store.untilServing(store.ranks);
  return {
    puts: put.operations,
    longest_without_put_ms: Number(put.longestGapMs.toFixed(1)),
    slowest_put_ms: Number(Math.max(...put.latenciesMs).toFixed(1)),
    gets: get.operations,
    longest_without_get_ms: Number(get.longestGapMs.toFixed(1)),
    slowest_get_ms: Number(Math.max(...get.latenciesMs).toFixed(1)),
  };
}

type Figure =
  | "longest_without_put_ms"
  | "slowest_put_ms"
  | "longest_without_get_ms"
  | "slowest_get_ms";

/** Medians over the repeats, and the worst. */
export function outageTable(rows: readonly OutageRow[]): string {
  const lines = Map.groupBy(rows, ({ guarantee, killed }) => `${guarantee} ${killed}`);
  const table = [...lines.values()].map((same) => {
    const [{ guarantee, servers, killed }] = same as [OutageRow];
    const over = (figure: Figure) => summarize(same.map((row) => row[figure]));
    const put = over("longest_without_put_ms");
    const get = over("longest_without_get_ms");
    const reached = Math.max(put.median, get.median) <= targets.failOverMs;
    return [
      ...[guarantee, String(servers), killed, String(put.count)],
      ...[milliseconds(put.median), milliseconds(put.max)],
      ...[milliseconds(get.median), milliseconds(get.max)],
      ...[milliseconds(over("slowest_put_ms").median)],
      ...[milliseconds(over("slowest_get_ms").median)],
      killed === "the primary" ? count(targets.failOverMs) : "",
      killed === "the primary" ? (reached ? "reached" : "missed") : "",
    ];
  });
  const head = ["guarantee", "servers", "killed", "times", "without a put: median ms", "worst"];
  head.push("without a get: median ms", "worst", "slowest put: median ms");
  head.push("slowest get: median ms", "target", "");
  return markdownTable({ head, rows: table });
}
