/** What each worker did when, during one job. */
import type { JobStatus } from "../../nodes/mapreduce/protocol.ts";
import type { Row } from "./csv.ts";
import type { LineGraph } from "./graph.ts";

export interface AttemptRow extends Row {
  /** Of `failures.csv`. */
  readonly what: string;
  readonly worker: string;
  readonly kind: "MAP" | "REDUCE";
  /** From the start of the first attempt of the job. */
  readonly start_s: number;
  readonly end_s: number;
  readonly backup: "yes" | "no";
  readonly outcome: string;
}

export function attemptsOf(what: string, { runs }: JobStatus): AttemptRow[] {
  const startMs = Math.min(...runs.map((run) => run.startMs));
  const lastMs = Math.max(...runs.map(({ endMs }) => endMs));
  const seconds = (timeMs: number) => Number(((timeMs - startMs) / 1_000).toFixed(3));
  return runs.map(({ worker, attempt, startMs: from, endMs, backup, outcome }) => ({
    what,
    worker: worker.replace(/^job\d+-/, ""),
    kind: attempt?.kind === "MAP" ? "MAP" : "REDUCE",
    start_s: seconds(from),
    // An attempt that nobody ended went on until the job did.
    end_s: seconds(endMs || lastMs),
    backup: backup ? "yes" : "no",
    outcome,
  }));
}

/** How high a worker's line stands over its number while it maps or reduces. */
const [mapping, reducing] = [0.7, 0.35];

/** A line for each worker that stands up while it is at a task. */
export function timeline(rows: readonly AttemptRow[], what: string): LineGraph {
  const own = rows.filter((row) => row.what === what);
  const byWorker = [...Map.groupBy(own, ({ worker }) => worker)].sort();
  return {
    title: `MapReduce: ${what}`,
    x: { name: "time (s); a line is high while its worker maps, half high while it reduces" },
    y: { name: "worker", min: 0, max: byWorker.length + 1 },
    series: byWorker.map(([name, list], index) => {
      const points = list.flatMap(({ kind, start_s, end_s }) => [
        [start_s, index + 1 + (kind === "MAP" ? mapping : reducing)] as const,
        [end_s, index + 1] as const,
      ]);
      const all = [[0, index + 1] as const, ...points.sort((one, other) => one[0] - other[0])];
      return { name, points: all, step: true };
    }),
  };
}
