/** How a worker runs tasks: in a thread (`thread-runner.ts`), or as the simulation has it. */
import type { Counters, JobDescription, Task } from "./protocol.ts";
import type { Outcome } from "./task-context.ts";

export interface RunningState {
  /** 0 to 1. */
  readonly progress: number;
  readonly counters: Counters;
}

export interface TaskRunner {
  /**
   * One task at a time.
   * @param signal ends it early; then the outcome says nothing
   */
  run(job: JobDescription, task: Task, signal: AbortSignal): Promise<Outcome>;
  /** Of the task that runs or has run last. */
  readonly state: RunningState;
  /** Removes what an attempt has written that nobody wants. */
  discard(job: JobDescription, task: Task): void;
  /** Whether the job's files are gone: then a master that is away will not come back. */
  isOver(job: JobDescription): boolean;
  /** A partition of a map attempt of this worker, from a byte on. @throws RpcError NOT_FOUND */
  read(attempt: MapAttempt, partition: number, offset: number): AsyncIterable<Uint8Array>;
}

export interface MapAttempt {
  readonly jobId: string;
  readonly task: number;
  readonly attempt: number;
}
