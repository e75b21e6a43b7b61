/** How fast jobs are by size and number of workers, and what memory a worker takes. */
import type { Row } from "./csv.ts";
import type { LineGraph } from "./graph.ts";
import { type MeasuredJob, measureJob } from "./mapreduce-job.ts";
import { count, markdownTable } from "./markdown.ts";
import { summarize } from "./statistics.ts";

export interface Text {
  readonly path: string;
  readonly sizeBytes: number;
}

export interface ThroughputRow extends Row {
  readonly app: string;
  readonly megabytes: number;
  readonly workers: number;
  readonly repeat: number;
  readonly seconds: number;
  readonly megabytes_per_second: number;
  readonly worker_mib: number;
}

export interface Place {
  /** Holds `logs/` and `data/`. */
  readonly directory: string;
  readonly scratch: string;
}

/** Map tasks of a text: small enough that workers end together, large enough to be worth one. */
export function mapTasksOf({ sizeBytes }: Text): number {
  return Math.max(8, Math.ceil(sizeBytes / (32 << 20)));
}

export const reduceTasks = 4;

/** @param onJob is called with each job that was measured */
export async function measureThroughput(
  place: Place,
  app: string,
  text: Text,
  workers: number,
  repeats: number,
  onJob: (job: MeasuredJob) => Promise<void> = async () => {},
): Promise<ThroughputRow[]> {
  const rows: ThroughputRow[] = [];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    const inputs = text.path;
    const setup = { app, inputs, mapTasks: mapTasksOf(text), reduceTasks, workers };
    const job = await measureJob(place.directory, { ...setup, scratch: place.scratch });
    await onJob(job);
    rows.push({
      app,
      megabytes: Math.round(text.sizeBytes / 1e6),
      workers,
      repeat,
      seconds: Number(job.seconds.toFixed(3)),
      megabytes_per_second: Number((text.sizeBytes / 1e6 / job.seconds).toFixed(1)),
      worker_mib: Math.round(job.residentMiB),
    });
  }
  return rows;
}

/** The median of the seconds of some rows. */
export function medianSeconds(
  rows: readonly ThroughputRow[],
  app: string,
  megabytes: number,
  workers: number,
): number {
  const own = rows.filter(
    (row) => row.app === app && row.megabytes === megabytes && row.workers === workers,
  );
  return summarize(own.map(({ seconds }) => seconds)).median;
}

export function throughputPage(rows: readonly ThroughputRow[]): string {
  const groups = Map.groupBy(rows, (row) => `${row.app} ${row.megabytes} ${row.workers}`);
  const lines = [...groups.values()].map((own) => {
    const [{ app, megabytes, workers }] = own as [ThroughputRow];
    const rate = summarize(own.map((row) => row.megabytes_per_second)).median;
    const memory = Math.max(...own.map((row) => row.worker_mib));
    const seconds = medianSeconds(rows, app, megabytes, workers).toFixed(2);
    return [app, count(megabytes), `${workers}`, seconds, rate.toFixed(0), count(memory)];
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
    y: { name: "MB/s" },
    series,
  };
}
