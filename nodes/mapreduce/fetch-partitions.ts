/** Brings a reduce task's partition of every map output to this worker, where nothing is shared. */
import type { Host } from "../host/host.ts";
import { NewFile } from "../host/job-files.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type JobDescription, Mapper, type Source, type Task } from "./protocol.ts";
import { fetchedPartition } from "./task-files.ts";

const atOnce = 4;
const attemptsAtMost = 3;
const betweenAttemptsMs = 50;
/** Of one partition. */
const timeoutMs = 60_000;

/** Where a fetched partition goes; it is there once it was placed. */
export interface FetchTarget extends Disposable {
  write(content: Uint8Array): void;
  place(): void;
}

/** @returns the sources that could not be read */
export async function fetchPartitions(
  host: Host,
  job: JobDescription,
  task: Task,
  folder: string,
  signal: AbortSignal,
): Promise<Source[]> {
  const waiting = task.sources.values();
  const lost: Source[] = [];
  const work = async () => {
    for (const source of waiting) {
      if (signal.aborted || lost.length > 0) return;
      const path = fetchedPartition(folder, task.number, task.attempt, source.task);
      const open = () => new NewFile(path);
      if (!(await fetchPartition(host, job.id, source, task.number, signal, open))) {
        lost.push(source);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return lost;
}

/**
 * Fetches one partition, a few times if need be.
 * @param open makes what is written to, anew each time
 * @returns false when it is not to be had
 */
export async function fetchPartition(
  host: Host,
  jobId: string,
  source: Source,
  partition: number,
  signal: AbortSignal,
  open: () => FetchTarget,
): Promise<boolean> {
  const { task, attempt, address } = source;
  const mapper = host.connect(Mapper, address);
  for (let tries = 1; !signal.aborted; tries++) {
    using target = open();
    try {
      const request = { jobId, task, attempt, partition };
      for await (const { content } of mapper.fetch(request, { timeoutMs, signal })) {
        target.write(content);
      }
      target.place();
      return true;
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      if (error.code === "NOT_FOUND" || tries === attemptsAtMost) return false;
      await host.clock.sleep(betweenAttemptsMs);
    }
  }
  return true;
}
