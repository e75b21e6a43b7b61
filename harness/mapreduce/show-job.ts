/** What a job did, for people. */
import type { JobStatus, Run } from "../../nodes/mapreduce/protocol.ts";
import { describeRecord } from "../../nodes/mapreduce/shared-progress.ts";
import type { Table } from "../kit/table.ts";

/** One line: tasks done, throughput, time left. */
export function progressLine(status: JobStatus): string {
  const { mapDone, mapTasks, reduceDone, reduceTasks, counters, elapsedMs, progress } = status;
  const seconds = elapsedMs / 1_000;
  const rate = ((counters?.bytes ?? 0) / 1e6 / Math.max(seconds, 1e-3)).toFixed(1);
  const left = progress > 0 ? ((seconds * (1 - progress)) / progress).toFixed(1) : "?";
  const tasks = `map ${mapDone}/${mapTasks}, reduce ${reduceDone}/${reduceTasks}`;
  return `${tasks}, ${rate} MB/s, ${left} s left`;
}

/** A row for each worker: what it ran, and what became of it. */
export function workersTable({ runs }: JobStatus): Table {
  const rows = [...Map.groupBy(runs, ({ worker }) => worker)].sort().map(([worker, own]) => {
    const done = (kind: string) => count(own, (run) => isDone(run) && run.attempt?.kind === kind);
    const ended = (outcome: string) => count(own, (run) => run.outcome === outcome);
    const backups = count(own, ({ backup }) => backup);
    const rest = [ended("late"), ended("failed"), ended("lost"), ended("gone")];
    return [worker, done("MAP"), done("REDUCE"), backups, ...rest].map(String);
  });
  return { head: ["worker", "map", "reduce", "backups", "late", "failed", "lost", "gone"], rows };
}

const isDone = ({ outcome }: Run) => outcome === "committed";

function count(runs: readonly Run[], condition: (run: Run) => boolean): number {
  return runs.filter(condition).length;
}

/** Counters and skipped records. */
export function countersText({ counters, retries, elapsedMs, skipped }: JobStatus): string {
  const { bytes = 0, records = 0, keys = 0, skipped: left = 0 } = counters ?? {};
  const seconds = (elapsedMs / 1_000).toFixed(1);
  const line =
    `${bytes} bytes read, ${records} pairs emitted, ${keys} keys reduced, ${retries} retries, ` +
    `${left} bad records left out, ${seconds} s`;
  return [line, ...skipped.map((record) => `left out: ${describeRecord(record)}`)].join("\n");
}
