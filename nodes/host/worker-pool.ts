/**
 * Threads for work that would hold up the event loop: calls answer and heartbeats go out while they
 * compute. A thread is started when it is first needed, and kept.
 */

/** What a thread is sent, and what it answers. */
interface Job {
  readonly number: number;
  readonly input: unknown;
}
type Result = { readonly number: number } & (
  | { readonly output: unknown }
  | { readonly error: string }
);

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class WorkerPool {
  readonly #script: string;
  readonly #size: number;
  readonly #idle: Worker[] = [];
  readonly #waiting = new Map<number, Waiting>();
  readonly #queue: Job[] = [];
  #started = 0;
  #jobs = 0;

  /**
   * @param script a module that calls `serveWorker`, as a path or URL
   * @param size threads at most. Jobs beyond wait, so whoever adds them must bound them.
   */
  constructor(script: string, size: number) {
    this.#script = script;
    this.#size = size;
  }

  /** Does one job in a thread. @throws Error with what the thread threw */
  run(input: unknown): Promise<unknown> {
    this.#jobs += 1;
    const job = { number: this.#jobs, input };
    return new Promise((resolve, reject) => {
      this.#waiting.set(job.number, { resolve, reject });
      this.#queue.push(job);
      this.#assign();
    });
  }

  #assign(): void {
    if (this.#idle.length === 0 && this.#started < this.#size) this.#idle.push(this.#start());
    const worker = this.#idle.pop();
    if (worker === undefined) return;
    const job = this.#queue.shift();
    if (job === undefined) this.#idle.push(worker);
    else worker.postMessage(job);
  }

  #start(): Worker {
    this.#started += 1;
    const worker = new Worker(this.#script, { smol: true });
    // An idle thread must not keep a process alive that has nothing else to do.
    worker.unref();
    worker.addEventListener("message", ({ data }: MessageEvent<Result>) => {
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      if ("error" in data) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.output);
      this.#idle.push(worker);
      this.#assign();
    });
    worker.addEventListener("error", (event) => {
      // A thread that can't even load its module would leave its callers waiting for ever.
      const error = new Error(`a worker thread failed: ${event.message}`);
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
    return worker;
  }
}

declare const self: Worker;

/** In a thread: does each job that comes. */
export function serveWorker(work: (input: never) => unknown): void {
  self.addEventListener("message", ({ data }: MessageEvent<Job>) => {
    const { number, input } = data;
    try {
      self.postMessage({ number, output: work(input as never) } satisfies Result);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      self.postMessage({ number, error: text } satisfies Result);
    }
  });
}
