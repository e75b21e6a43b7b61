/** What a killed worker and a straggler cost a job of four workers. */
import type { Row } from "./csv.ts";
import { measureJob } from "./mapreduce-job.ts";
import { mapTasksOf, type Place, reduceTasks, type Text } from "./mapreduce-throughput.ts";
import { type AttemptRow, attemptsOf } from "./mapreduce-timeline.ts";
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
  /** Every attempt of each of the jobs. */
  readonly attempts: readonly AttemptRow[];
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
  const attempts: AttemptRow[] = [];
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
    attempts.push(...attemptsOf(what, job.status));
  }
  return { rows, attempts };
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
