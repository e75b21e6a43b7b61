/** Brings a reduce task's partition of every map output to this worker, where nothing is shared. */
import type { Host } from "../host/host.ts";
import { NewFile } from "../host/job-files.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type JobDescription, Mapper, type Source, type Task } from "./protocol.ts";
import { fetchedPartition } from "./task-files.ts";

const atOnce = 4;
/** Calls that bring nothing, until the partition counts as lost. */
const vainCallsAtMost = 3;
const betweenCallsMs = 50;
/** Short, so that a mapper that stands still holds up nobody; what was cut off goes on. */
const timeoutMs = 2_000;

/** Where a fetched partition goes; it is there once it was placed. */
export interface FetchTarget {
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
      using file = new NewFile(path);
      const whole = await fetchPartition(host, job.id, source, task.number, signal, file);
      if (!whole) lost.push(source);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return lost;
}

/**
 * Fetches one partition; after a call that failed it goes on from where that got to.
 * @param target is placed when all of it is there
 * @returns false when it is not to be had
 */
export async function fetchPartition(
  host: Host,
  jobId: string,
  source: Source,
  partition: number,
  signal: AbortSignal,
  target: FetchTarget,
): Promise<boolean> {
  const { task, attempt, address } = source;
  const mapper = host.connect(Mapper, address);
  let offset = 0;
  for (let vain = 0; !signal.aborted && vain < vainCallsAtMost; ) {
    const before = offset;
    try {
      const request = { jobId, task, attempt, partition, offset };
      for await (const { content } of mapper.fetch(request, { timeoutMs, signal })) {
        target.write(content);
        offset += content.length;
      }
      target.place();
      return true;
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      if (error.code === "NOT_FOUND") return false;
      vain = offset > before ? 0 : vain + 1;
      await host.clock.sleep(betweenCallsMs);
    }
  }
  return signal.aborted;
}
