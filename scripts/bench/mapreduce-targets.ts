/** What MapReduce is meant to reach, and what it did. */
import type { Row } from "./csv.ts";
import type { FailureRow } from "./mapreduce-failures.ts";
import { medianSeconds, type ThroughputRow } from "./mapreduce-table.ts";
import { count, markdownTable } from "./markdown.ts";
import type { ResultFolder } from "./result-folder.ts";
import { summarize } from "./statistics.ts";
import { atLeast, atMost, below, type Target } from "./targets.ts";

export interface PeerRow extends Row {
  readonly peer: string;
  readonly seconds: number;
  readonly megabytes_per_second: number;
}

/** How many times as fast as each peer two workers must be. */
const timesAsFast: ReadonlyMap<string, number> = new Map([
  ["tr, sort, uniq -c", 8],
  ["mawk", 5],
  ["PySpark local[2]", 2],
]);
const mostMegabytes = 400;
const speedUp = 1.7;
const growthAtMost = 1.2;
const morePercentAtMost: ReadonlyMap<string, number> = new Map([
  ["one of four workers is killed", 25],
  ["one of four is 10 times slower, with backup copies", 30],
]);

export function mapreduceTargets(folder: ResultFolder): Target[] {
  const rows = folder.rows<ThroughputRow>("throughput");
  const counted = rows.filter(({ app }) => app === "word-count");
  const sizes = [...new Set(counted.map(({ megabytes }) => megabytes))];
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const seconds = (megabytes: number, workers: number) =>
    medianSeconds(rows, "word-count", megabytes, workers) ?? Number.NaN;
  const measured = (value: number) => (Number.isNaN(value) ? undefined : value);
  const perByte = (megabytes: number) => seconds(megabytes, 2) / megabytes;
  const memory = Math.max(...rows.map((row) => row.worker_mib));
  return [
    ...peerTargets(folder.rows<PeerRow>("peers"), seconds(largest, 2)),
    below(
      "memory of a worker, MB",
      mostMegabytes,
      measured(rows.length === 0 ? Number.NaN : memory * 1.048576),
      "the largest of all runs",
    ),
    atMost(
      "time a byte of the largest text, times that of the smallest",
      growthAtMost,
      measured(perByte(largest) / perByte(smallest)),
      `${count(largest)} MB and ${count(smallest)} MB, two workers`,
    ),
    atLeast(
      "two workers, times as fast as one",
      speedUp,
      measured(seconds(largest, 1) / seconds(largest, 2)),
    ),
    ...failureTargets(folder.rows<FailureRow>("failures")),
  ];
}

function peerTargets(peers: readonly PeerRow[], ourSeconds: number): Target[] {
  return [...timesAsFast].map(([peer, limit]) => {
    const own = peers.filter((row) => row.peer === peer).map(({ seconds }) => seconds);
    const times = own.length === 0 ? undefined : summarize(own).median / ourSeconds;
    return atLeast(`times as fast as ${peer}, two workers`, limit, times);
  });
}

function failureTargets(failures: readonly FailureRow[]): Target[] {
  return [...morePercentAtMost].map(([what, limit]) => {
    // A failure that struck nothing costs nothing, and shows nothing.
    const own = failures.filter((row) => row.what === what && row.lost + row.backups > 0);
    const more = own.map((row) => row.more_percent);
    const measured = more.length === 0 ? undefined : summarize(more).median;
    return atMost(`${what}: % more time`, limit, measured);
  });
}

export function peersTable(rows: readonly PeerRow[]): string {
  const lines = rows.map(({ peer, seconds, megabytes_per_second: rate }) => {
    return [peer, seconds.toFixed(1), rate.toFixed(1)];
  });
  return markdownTable({ head: ["peer", "seconds", "MB/s"], rows: lines });
}
