/** What MapReduce is meant to reach, and what it did. */
import type { Row } from "./csv.ts";
import type { FailureRow } from "./mapreduce-failures.ts";
import { medianSeconds, type ThroughputRow } from "./mapreduce-throughput.ts";
import { count, markdownTable } from "./markdown.ts";

export interface PeerRow extends Row {
  readonly peer: string;
  readonly seconds: number;
  readonly megabytes_per_second: number;
}

export interface TargetRow extends Row {
  readonly target: string;
  readonly measured: string;
  readonly reached: "yes" | "no";
}

/** How many times as fast as each peer two workers must be. */
const timesAsFast: ReadonlyMap<string, number> = new Map([
  ["tr, sort, uniq -c", 8],
  ["mawk", 5],
  ["PySpark local[2]", 2],
]);
const worker = { mostMib: 400, speedUp: 1.7 };
const growthAtMost = 1.2;
const morePercentAtMost: ReadonlyMap<string, number> = new Map([
  ["one of four workers is killed", 25],
  ["one of four is 10 times slower, with backup copies", 30],
]);

export function targets(
  rows: readonly ThroughputRow[],
  peers: readonly PeerRow[],
  failures: readonly FailureRow[],
): TargetRow[] {
  const sizes = [...new Set(rows.map(({ megabytes }) => megabytes))];
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const seconds = (megabytes: number, workers: number) =>
    medianSeconds(rows, "word-count", megabytes, workers);
  const judged: TargetRow[] = [];
  const judge = (target: string, measured: string, reached: boolean) =>
    judged.push({ target, measured, reached: reached ? "yes" : "no" });
  for (const { peer, seconds: peerSeconds } of peers) {
    const times = peerSeconds / seconds(largest, 2);
    const due = timesAsFast.get(peer) ?? 1;
    judge(`at least ${due} times as fast as ${peer}`, times.toFixed(1), times >= due);
  }
  const memory = Math.max(...rows.map((row) => row.worker_mib));
  judge(`a worker under ${worker.mostMib} MB`, `${memory} MiB`, memory * 1.048576 < worker.mostMib);
  const perByte = (megabytes: number) => seconds(megabytes, 2) / megabytes;
  const growth = perByte(largest) / perByte(smallest);
  const sizesText = `${count(largest)} MB within ${growthAtMost} times that at ${smallest} MB`;
  judge(`time a byte at ${sizesText}`, growth.toFixed(2), growth <= growthAtMost);
  const speedUp = seconds(largest, 1) / seconds(largest, 2);
  judge(
    `two workers at least ${worker.speedUp} times as fast as one`,
    speedUp.toFixed(2),
    speedUp >= worker.speedUp,
  );
  for (const { what, more_percent: more, lost, backups } of failures) {
    const most = morePercentAtMost.get(what);
    if (most === undefined) continue;
    // A failure that struck nothing costs nothing, and shows nothing.
    const reached = more <= most && lost + backups > 0;
    judge(`${what}: at most ${most} % more`, `${more} %`, reached);
  }
  return judged;
}

export function peersTable(rows: readonly PeerRow[]): string {
  const lines = rows.map(({ peer, seconds, megabytes_per_second: rate }) => {
    return [peer, seconds.toFixed(1), rate.toFixed(1)];
  });
  return markdownTable({ head: ["peer", "seconds", "MB/s"], rows: lines });
}

export function targetsTable(rows: readonly TargetRow[]): string {
  const lines = rows.map(({ target, measured, reached }) => [target, measured, reached]);
  return markdownTable({ head: ["target", "measured", "reached"], rows: lines });
}
