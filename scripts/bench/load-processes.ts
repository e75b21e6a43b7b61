/** Processes that generate load together, so that one core of a client is not what is measured. */
import { join } from "node:path";
import { repositoryRoot } from "../../harness/kit/repository.ts";
import { type LoadResult, mergeResults } from "./load-loops.ts";
import type { Answer, Command } from "./load-worker.ts";
import { processorSeconds } from "./process-usage.ts";

export interface RunOptions {
  readonly load: string;
  readonly kind: string;
  /** Calls under way at once, over all processes. */
  readonly lanes: number;
  readonly durationMs: number;
  /** Open loop at this rate over all processes; without it a closed loop. */
  readonly ratePerSecond?: number;
  /** Of a closed loop: it ends when each lane has made so many calls. */
  readonly callsPerLane?: number;
}

/** The last answers of a run come at the latest when their calls time out. */
const answerMs = 120_000;

export class LoadProcesses implements AsyncDisposable {
  readonly #workers: LoadWorker[];

  constructor(count: number, seed: number) {
    this.#workers = Array.from({ length: count }, (_, index) => new LoadWorker(index, seed));
  }

  /**
   * Opens a load on every process.
   * @param module beside this file; exports `openLoad`, which is given the options
   */
  async open(load: string, module: string, options: object): Promise<void> {
    const path = join(import.meta.dir, module);
    await this.#all({ do: "open", load, module: path, options });
  }

  /** Lanes are spread over the processes; fewer lanes than processes leave some idle. */
  async run(options: RunOptions): Promise<LoadResult> {
    const { ratePerSecond: rate, lanes } = options;
    const busy = this.#workers.slice(0, lanes);
    const results = await Promise.all(
      busy.map((worker, index) => {
        const own = Math.ceil((lanes - index) / busy.length);
        const share = rate === undefined ? {} : { ratePerSecond: (rate * own) / lanes };
        return worker.command<LoadResult>({ ...options, ...share, do: "run", lanes: own });
      }),
    );
    return mergeResults(results);
  }

  /** @returns how many values were read back; @throws Error when one is not as it was written */
  async verify(load: string): Promise<number> {
    const counts = await this.#all<number>({ do: "verify", load });
    return counts.reduce((sum, each) => sum + each, 0);
  }

  /** Seconds of processor time that all processes have used so far: what generating load costs. */
  processorSeconds(): number {
    return this.#workers.reduce((sum, { pid }) => sum + processorSeconds(pid), 0);
  }

  async close(load: string): Promise<void> {
    await this.#all({ do: "close", load });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.end()));
  }

  #all<Result>(command: Command): Promise<Result[]> {
    return Promise.all(this.#workers.map((worker) => worker.command<Result>(command)));
  }
}

class LoadWorker {
  readonly #process: Bun.Subprocess;
  #answer: PromiseWithResolvers<Answer> | undefined;

  constructor(index: number, seed: number) {
    this.#process = Bun.spawn([process.execPath, join(import.meta.dir, "load-worker.ts")], {
      cwd: repositoryRoot,
      env: { ...process.env, LOAD_WORKER: String(index), LOAD_SEED: String(seed) },
      stdio: ["ignore", "inherit", "inherit"],
      serialization: "advanced",
      ipc: (answer: Answer) => this.#answer?.resolve(answer),
      onExit: (_, status) => this.#answer?.resolve({ error: `load worker ended with ${status}` }),
    });
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** One command at a time. */
  async command<Result>(command: Command): Promise<Result> {
    if (this.#answer !== undefined) throw new Error("the load worker is busy");
    this.#answer = Promise.withResolvers<Answer>();
    const late = setTimeout(() => {
      this.#answer?.resolve({ error: `no answer to ${command.do} within ${answerMs} ms` });
    }, answerMs);
    this.#process.send(command);
    const answer = await this.#answer.promise;
    clearTimeout(late);
    this.#answer = undefined;
    if ("error" in answer) throw new Error(answer.error);
    return answer.value as Result;
  }

  async end(): Promise<void> {
    this.#process.kill();
    await this.#process.exited;
  }
}
