/** Runs tasks in virtual time: what they write is the names of what they read. */
import type { Host } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { fetchPartition } from "../../nodes/mapreduce/fetch-partitions.ts";
import type { JobDescription, Source, Task } from "../../nodes/mapreduce/protocol.ts";
import type { Outcome } from "../../nodes/mapreduce/task-context.ts";
import type { MapAttempt, TaskRunner } from "../../nodes/mapreduce/task-runner.ts";
import { mapFile, reduceFile, worldOf } from "./simulated-world.ts";

/** Each task reads so many records of so many bytes. */
export const recordsOfTask = 4;
export const bytesOfRecord = 25;

/** One task in so many is ten times slower. */
const stragglersAreOneIn = 12;

export class SimulatedRunner implements TaskRunner {
  readonly #host: Host;
  readonly #stragglers: boolean;
  /** The map outputs of this start of the worker, where nothing is shared. */
  readonly #own = new Map<string, readonly string[]>();
  #bytes = 0;
  #progress = 0;

  constructor(host: Host, stragglers: boolean) {
    this.#host = host;
    this.#stragglers = stragglers;
  }

  get state() {
    const counters = { bytes: this.#bytes, records: 0, keys: 0, skipped: 0 };
    return { progress: this.#progress, counters };
  }

  async run(job: JobDescription, task: Task, signal: AbortSignal): Promise<Outcome> {
    const { clock, random } = this.#host;
    this.#bytes = 0;
    this.#progress = 0;
    const slow = this.#stragglers && random.integer(stragglersAreOneIn) === 0 ? 10 : 1;
    const contents = task.kind === "MAP" ? [] : await this.#gather(job, task, signal);
    for (let record = 1; record <= recordsOfTask; record++) {
      await clock.sleep(slow * (20 + random.integer(100)));
      if (signal.aborted) return { kind: "failed", message: "cancelled" };
      if (task.kind === "MAP") this.#bytes += bytesOfRecord;
      this.#progress = record / recordsOfTask;
    }
    if (!Array.isArray(contents)) return { kind: "lost", sources: [contents as Source] };
    this.#write(job, task, contents);
    return { kind: "done", skipped: [] };
  }

  #write(job: JobDescription, { kind, number, attempt }: Task, contents: readonly string[]): void {
    const world = worldOf(this.#host);
    // A writer that comes late finds the job's folder gone.
    if (world.isOver) return;
    if (kind === "REDUCE") {
      world.files.set(reduceFile(number, attempt), contents);
      return;
    }
    const files = job.sharedNothing ? this.#own : world.files;
    for (let partition = 0; partition < job.reduceTasks; partition++) {
      files.set(mapFile(number, attempt, partition), [`${number} for ${partition}`]);
    }
  }

  /** All that the maps have for this task, or what of it is not there. */
  async #gather(job: JobDescription, task: Task, signal: AbortSignal): Promise<string[] | Source> {
    const contents: string[] = [];
    for (const source of task.sources) {
      const found = await this.#read(job, source, task.number, signal);
      if (found === undefined) return source;
      contents.push(...found);
    }
    return contents;
  }

  async #read(
    job: JobDescription,
    source: Source,
    partition: number,
    signal: AbortSignal,
  ): Promise<readonly string[] | undefined> {
    if (!job.sharedNothing) {
      return worldOf(this.#host).files.get(mapFile(source.task, source.attempt, partition));
    }
    const received: Uint8Array[] = [];
    const target = { write: (content: Uint8Array) => received.push(content), place: () => {} };
    // A mapper that the master has given up has no address; nobody is there.
    if (source.address === "") return undefined;
    const whole = await fetchPartition(this.#host, job.id, source, partition, signal, target);
    return whole ? [Buffer.concat(received).toString()] : undefined;
  }

  discard(job: JobDescription, { kind, number, attempt }: Task): void {
    const world = worldOf(this.#host);
    if (kind === "REDUCE") world.files.delete(reduceFile(number, attempt));
    for (let partition = 0; partition < job.reduceTasks; partition++) {
      const files = job.sharedNothing ? this.#own : world.files;
      if (kind === "MAP") files.delete(mapFile(number, attempt, partition));
    }
  }

  isOver(): boolean {
    return worldOf(this.#host).isOver;
  }

  async *read(
    { task, attempt }: MapAttempt,
    partition: number,
    offset: number,
  ): AsyncIterable<Uint8Array> {
    const contents = this.#own.get(mapFile(task, attempt, partition));
    if (contents === undefined) throw new RpcError("NOT_FOUND", `map task ${task} is not here`);
    // In two halves, so that a call can be cut off between them.
    const bytes = new TextEncoder().encode(contents.join(""));
    const middle = Math.max(bytes.length >> 1, offset);
    if (middle > offset) yield bytes.subarray(offset, middle);
    yield bytes.subarray(middle);
  }
}
