/** How fast jobs are by size and number of workers, and what memory a worker takes. */
import { type MeasuredJob, measureJob } from "./mapreduce-job.ts";
import type { ThroughputRow } from "./mapreduce-table.ts";

export interface Text {
  readonly path: string;
  readonly sizeBytes: number;
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

/** One job. @param repeat its number among those alike */
export async function measureThroughput(
  place: Place,
  app: string,
  text: Text,
  workers: number,
  repeat: number,
): Promise<{ readonly row: ThroughputRow; readonly job: MeasuredJob }> {
  const setup = { app, inputs: text.path, mapTasks: mapTasksOf(text), reduceTasks, workers };
  const job = await measureJob(place.directory, { ...setup, scratch: place.scratch });
  const row = {
    app,
    megabytes: Math.round(text.sizeBytes / 1e6),
    workers,
    repeat,
    seconds: Number(job.seconds.toFixed(3)),
    megabytes_per_second: Number((text.sizeBytes / 1e6 / job.seconds).toFixed(1)),
    worker_mib: Math.round(job.residentMiB),
  };
  return { row, job };
}
