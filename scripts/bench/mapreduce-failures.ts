/** What a killed worker and a straggler cost a job of four workers. */
import type { JobStatus } from "../../nodes/mapreduce/protocol.ts";
import type { Row } from "./csv.ts";
import type { LineGraph } from "./graph.ts";
import { measureJob } from "./mapreduce-job.ts";
import { mapTasksOf, type Place, reduceTasks, type Text } from "./mapreduce-throughput.ts";
import { markdownTable } from "./markdown.ts";

export interface FailureRow extends Row {
  readonly what: string;
  readonly seconds: number;
  readonly more_percent: number;
  readonly attempts: number;
  readonly backups: number;
  readonly lost: number;
}

export interface Failures {
  readonly rows: readonly FailureRow[];
  /** Of the job with a straggler and backup copies, and of that without. */
  readonly timelines: ReadonlyMap<string, JobStatus>;
}

const workers = 4;
const slowDown = 10;

const disturbances = [
  { what: "nothing fails", setup: {} },
  { what: "one of four workers is killed", setup: { kill: true } },
  { what: "one of four is 10 times slower, with backup copies", setup: { slowDown } },
  { what: "one of four is 10 times slower, without", setup: { slowDown, backups: false } },
] as const;

export async function measureFailures(
  place: Place,
  text: Text,
  progress: (text: string) => void,
): Promise<Failures> {
  const rows: FailureRow[] = [];
  const timelines = new Map<string, JobStatus>();
  const mapTasks = mapTasksOf(text);
  for (const { what, setup } of disturbances) {
    progress(what);
    const kill = "kill" in setup ? { killAfterMaps: Math.floor(mapTasks / 4) } : {};
    const common = { app: "word-count", inputs: text.path, mapTasks, reduceTasks, workers };
    const job = await measureJob(place.directory, {
      ...{ ...common, ...setup, ...kill },
      scratch: place.scratch,
    });
    const { runs } = job.status;
    const lost = runs.filter(({ outcome }) => outcome === "lost").length;
    const base = rows[0]?.seconds ?? job.seconds;
    rows.push({
      what,
      seconds: Number(job.seconds.toFixed(3)),
      more_percent: Math.round(100 * (job.seconds / base - 1)),
      attempts: runs.length,
      backups: runs.filter(({ backup }) => backup).length,
      lost,
    });
    timelines.set(what, job.status);
  }
  return { rows, timelines };
}

export function failuresTable(rows: readonly FailureRow[]): string {
  return markdownTable({
    head: ["what", "seconds", "more", "attempts", "backup copies", "lost"],
    rows: rows.map((row) => [
      row.what,
      row.seconds.toFixed(2),
      `${row.more_percent} %`,
      `${row.attempts}`,
      `${row.backups}`,
      `${row.lost}`,
    ]),
  });
}

/** How high a worker's line stands over its number while it does nothing, maps or reduces. */
const [mapping, reducing] = [0.7, 0.35];

/** A line for each worker that stands up while it is at a task. */
export function timeline(title: string, { runs }: JobStatus): LineGraph {
  const startMs = Math.min(...runs.map((run) => run.startMs));
  const lastMs = Math.max(...runs.map(({ endMs }) => endMs));
  const seconds = (timeMs: number) => Number(((timeMs - startMs) / 1_000).toFixed(3));
  const own = [...Map.groupBy(runs, ({ worker }) => worker)].sort();
  return {
    title,
    x: { name: "seconds; a line is high while its worker maps, half high while it reduces" },
    y: { name: "worker", min: 0, max: own.length + 1 },
    series: own.map(([worker, list], index) => {
      const points = list.flatMap(({ attempt, startMs: from, endMs }) => [
        [seconds(from), index + 1 + (attempt?.kind === "MAP" ? mapping : reducing)] as const,
        [seconds(endMs || lastMs), index + 1] as const,
      ]);
      const all = [[0, index + 1] as const, ...points.sort((one, other) => one[0] - other[0])];
      return { name: worker.replace(/^job\d+-/, ""), points: all, step: true };
    }),
  };
}
