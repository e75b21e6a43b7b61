/** Runs the tasks of a worker in a thread of their own, and watches over it. */
import { join } from "node:path";
import type { Host } from "../host/host.ts";
import { hasJobFile, makeFolderOfJob, removeJobFiles, SharedFile } from "../host/job-files.ts";
import { RpcError } from "../host/rpc-error.ts";
import { startThread, type Thread } from "../host/thread.ts";
import { describe } from "./application.ts";
import { fetchPartitions } from "./fetch-partitions.ts";
import type { JobDescription, Task } from "./protocol.ts";
import { SharedProgress } from "./shared-progress.ts";
import type { Outcome } from "./task-context.ts";
import { fetchedPartition, mapOutputPrefix, reduceOutput } from "./task-files.ts";
import type { MapAttempt, TaskRunner } from "./task-runner.ts";
import type { TaskMessage } from "./task-thread.ts";

const threadModule = new URL("./task-thread.ts", import.meta.url).href;
/** How often it is looked, within the time of a record, whether the thread has gone on. */
const looks = 8;
const chunkBytes = 256 << 10;

export class ThreadRunner implements TaskRunner {
  readonly #host: Host;
  readonly #slowDown: number;
  readonly #progress = new SharedProgress();
  #thread: Thread | undefined;
  /** What waits for the thread's answer. */
  #settle: (outcome: Outcome) => void = () => {};
  #job: JobDescription | undefined;

  /** @param slowDown how many times longer everything takes, on purpose; 1 for as it is */
  constructor(host: Host, slowDown: number) {
    this.#host = host;
    this.#slowDown = slowDown;
  }

  get state() {
    return { progress: this.#progress.progress, counters: this.#progress.counters };
  }

  async run(job: JobDescription, task: Task, signal: AbortSignal): Promise<Outcome> {
    this.#progress.reset();
    this.#job = job;
    const folder = this.#folder(job);
    try {
      if (job.sharedNothing) makeFolderOfJob(folder);
      if (job.sharedNothing && task.kind === "REDUCE") {
        const lost = await fetchPartitions(this.#host, job, task, folder, signal);
        if (lost.length > 0) return { kind: "lost", sources: lost };
      }
    } catch (error) {
      // Such as a job's folder that was removed since the job is over, or a disk that is full.
      return { kind: "failed", message: describe(error) };
    }
    if (signal.aborted) return { kind: "failed", message: "cancelled" };
    const answer = new Promise<Outcome>((resolve) => {
      this.#settle = resolve;
    });
    const cancel = () => this.#stop("cancelled");
    signal.addEventListener("abort", cancel);
    const watch = this.#watch(job, task);
    const { memory } = this.#progress;
    const message: TaskMessage = { job, task, memory, folder, slowDown: this.#slowDown };
    this.#thread ??= this.#start();
    this.#thread.post(message);
    const outcome = await answer;
    watch.stop();
    signal.removeEventListener("abort", cancel);
    for (const { task: map } of job.sharedNothing ? task.sources : []) {
      removeJobFiles(fetchedPartition(folder, task.number, task.attempt, map));
    }
    return outcome;
  }

  discard(job: JobDescription, task: Task): void {
    const { number, attempt } = task;
    if (task.kind === "REDUCE") removeJobFiles(reduceOutput(job.folder, number, attempt));
    else {
      const prefix = mapOutputPrefix(this.#folder(job), number, attempt);
      for (let part = 0; part < job.reduceTasks; part++) removeJobFiles(`${prefix}${part}`);
    }
  }

  isOver({ folder }: JobDescription): boolean {
    return !hasJobFile(folder);
  }

  async *read(
    { jobId, task, attempt }: MapAttempt,
    partition: number,
    offset: number,
  ): AsyncIterable<Uint8Array> {
    const job = this.#job;
    const prefix =
      job?.id === jobId ? mapOutputPrefix(this.#folder(job), task, attempt) : undefined;
    using file = prefix === undefined ? undefined : SharedFile.open(`${prefix}${partition}`);
    if (file === undefined) {
      throw new RpcError("NOT_FOUND", `map task ${task}, attempt ${attempt} is not here`);
    }
    for (let position = offset; position < file.sizeBytes; position += chunkBytes) {
      const chunk = new Uint8Array(chunkBytes);
      yield chunk.subarray(0, file.read(chunk, position));
    }
  }

  /** A worker that shares nothing has a folder that no other one looks into. */
  #folder({ folder, sharedNothing }: JobDescription): string {
    const { id, incarnation } = this.#host;
    return sharedNothing ? join(folder, `of-${id}-${incarnation}`) : folder;
  }

  #start(): Thread {
    return startThread(threadModule, {
      message: (outcome) => this.#settle(outcome as Outcome),
      failed: (reason) => this.#stop(`the application ended its thread: ${reason}`),
    });
  }

  /** Ends the thread where it stands; the next task gets a new one. */
  #stop(message: string, task?: Task): void {
    this.#thread?.end();
    this.#thread = undefined;
    const record = this.#progress.record(task?.pieces ?? []);
    this.#settle({ kind: "failed", message, ...(task === undefined ? {} : { record }) });
  }

  /**
   * An application that loops at a record is stopped. Looks are counted rather than time: after a
   * pause of the whole process the thread gets its time all the same.
   */
  #watch(job: JobDescription, task: Task) {
    let steps = 0;
    let unchanged = 0;
    return this.#host.clock.every(job.recordTimeoutMs / looks, () => {
      const { steps: now, isWriting } = this.#progress;
      unchanged = now === steps && now > 0 && !isWriting ? unchanged + 1 : 0;
      steps = now;
      if (unchanged > looks) {
        this.#stop(`the application took longer than ${job.recordTimeoutMs} ms`, task);
      }
    });
  }
}
