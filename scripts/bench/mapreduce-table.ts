/** Throughput of jobs by size and workers, as a table and as a graph. */
import type { Row } from "./csv.ts";
import type { LineGraph } from "./graph.ts";
import { count, markdownTable } from "./markdown.ts";
import { marked, summarize } from "./statistics.ts";

export interface ThroughputRow extends Row {
  readonly app: string;
  readonly megabytes: number;
  readonly workers: number;
  readonly repeat: number;
  readonly seconds: number;
  readonly megabytes_per_second: number;
  readonly worker_mib: number;
}

/** The median of the seconds of some rows; undefined where there are none. */
export function medianSeconds(
  rows: readonly ThroughputRow[],
  app: string,
  megabytes: number,
  workers: number,
): number | undefined {
  const own = rows.filter(
    (row) => row.app === app && row.megabytes === megabytes && row.workers === workers,
  );
  return own.length === 0 ? undefined : summarize(own.map(({ seconds }) => seconds)).median;
}

export function throughputPage(rows: readonly ThroughputRow[]): string {
  const groups = Map.groupBy(rows, (row) => `${row.app} ${row.megabytes} ${row.workers}`);
  const lines = [...groups.values()].map((own) => {
    const [{ app, megabytes, workers }] = own as [ThroughputRow];
    const rate = summarize(own.map((row) => row.megabytes_per_second));
    const memory = Math.max(...own.map((row) => row.worker_mib));
    const seconds = summarize(own.map((row) => row.seconds)).median.toFixed(2);
    return [app, count(megabytes), `${workers}`, seconds, marked(rate, count), count(memory)];
  });
  return markdownTable({
    head: ["application", "MB", "workers", "seconds", "MB/s", "MiB a worker"],
    rows: lines,
  });
}

/** Throughput by workers, a line for each size of text. */
export function throughputGraph(rows: readonly ThroughputRow[]): LineGraph {
  const series = [...Map.groupBy(rows, (row) => `${row.app}, ${row.megabytes} MB`)].map(
    ([name, own]) => {
      const byWorkers = Map.groupBy(own, ({ workers }) => workers);
      const points = [...byWorkers].map(([workers, same]) => {
        return [workers, summarize(same.map((row) => row.megabytes_per_second)).median] as const;
      });
      return { name, points };
    },
  );
  return {
    title: "MapReduce: throughput by number of workers",
    x: { name: "workers", min: 0 },
    y: { name: "throughput (MB/s)" },
    series,
  };
}
