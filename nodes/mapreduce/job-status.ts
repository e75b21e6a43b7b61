/** What a master tells of its job. */
import type { Job } from "./job.ts";
import type { Counters, JobStatus } from "./protocol.ts";
import { noCounters } from "./task-state.ts";

export function statusOf(
  job: Job,
  jobId: string,
  elapsedMs: number,
  workers: readonly string[],
): JobStatus {
  const { maps, reduces, failure } = job;
  const tasks = [...maps, ...reduces];
  const half = (part: typeof maps) =>
    part.reduce((sum, { progress }) => sum + progress, 0) / part.length / 2;
  const running = failure === undefined ? "running" : "failed";
  return {
    state: job.hasSucceeded ? "succeeded" : running,
    error: failure ?? "",
    jobId,
    mapDone: maps.filter(({ committed }) => committed !== undefined).length,
    mapTasks: maps.length,
    reduceDone: reduces.filter(({ committed }) => committed !== undefined).length,
    reduceTasks: reduces.length,
    counters: tasks.reduce((sum, { counters }) => add(sum, counters), noCounters),
    retries: tasks.reduce((sum, { attempts }) => sum + Math.max(attempts - 1, 0), 0),
    progress: half(maps) + half(reduces),
    elapsedMs,
    runs: job.runs,
    skipped: tasks.flatMap(({ counted }) => counted?.skipped ?? []),
    workers: [...workers],
  };
}

function add(one: Counters, other: Counters): Counters {
  return {
    bytes: one.bytes + other.bytes,
    records: one.records + other.records,
    keys: one.keys + other.keys,
    skipped: one.skipped + other.skipped,
  };
}
