/**
 * Runs a worker: asks the master for tasks, runs them, tells what became of them. Ends by itself
 * when the job is done: exit 0; 69 when the master has been gone for too long.
 *
 *   bun nodes/mapreduce/worker.ts --id w1 --master 127.0.0.1:7000
 */
import { exitCodes } from "../host/exit-codes.ts";
import { flag, type Options } from "../host/flags.ts";
import type { CallOptions, Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, type FiniteServer, runNode } from "../host/run-node.ts";
import { type Client, type Handlers, implement, type RequestOf } from "../host/service.ts";
import { type JobDescription, Mapper, Master, type Task } from "./protocol.ts";
import type { Outcome } from "./task-context.ts";
import type { TaskRunner } from "./task-runner.ts";
import { ThreadRunner } from "./thread-runner.ts";

export const workerFlags = {
  master: flag.address("where the master is"),
  masterTimeoutMs: flag.duration("how long to go on looking for a master that is gone", {
    minMs: 100,
    maxMs: 3_600_000,
    fallbackMs: 30_000,
  }),
  slowDown: flag.integer("be so many times slower, on purpose", { min: 1, max: 100, fallback: 1 }),
};

export type WorkerOptions = Options<typeof workerFlags> & CommonOptions;

/** Heartbeats within a lease; several may be lost. */
const heartbeatsPerLease = 5;
const longestBeatMs = 400;
const betweenTriesMs = 50;
/** The master answers sooner, also where there is nothing to do. */
const answerMs = 2_000;

export async function startWorker(
  host: Host,
  options: WorkerOptions,
  runner: TaskRunner = new ThreadRunner(host, options.slowDown),
): Promise<FiniteServer> {
  const mapper: Handlers<typeof Mapper> = {
    fetch: (request) => contents(runner, request),
  };
  const server = await host.serve(options.address, [implement(Mapper, mapper)]);
  const worker = new Worker(host, options, runner, options.advertise ?? server.address);
  const { address, setServing, stop } = server;
  return { address, setServing, stop, finished: worker.work(await worker.register()) };
}

async function* contents(runner: TaskRunner, request: RequestOf<typeof Mapper, "fetch">) {
  const { partition, offset } = request;
  if (!(offset >= 0)) throw new RpcError("INVALID_ARGUMENT", "the offset is no place");
  for await (const content of runner.read(request, partition, offset)) yield { content };
}

/** The master does not count this worker among the living (any more). */
class NoLeaseError extends Error {
  override readonly name = "NoLeaseError";
}

/** The job is over, and its master has ended before it could say so. */
class JobOverError extends Error {
  override readonly name = "JobOverError";
}

type Registration = Awaited<ReturnType<Client<typeof Master>["register"]>>;

/** The task that this worker is at. */
interface Current {
  readonly task: Task;
  readonly cancel: AbortController;
}

class Worker {
  readonly #host: Host;
  readonly #master: Client<typeof Master>;
  readonly #masterTimeoutMs: number;
  readonly #runner: TaskRunner;
  readonly #address: string;
  #current: Current | undefined;
  #job: JobDescription | undefined;
  #isDone = false;

  constructor(host: Host, options: WorkerOptions, runner: TaskRunner, address: string) {
    this.#host = host;
    this.#master = host.connect(Master, options.master);
    this.#masterTimeoutMs = options.masterTimeoutMs;
    this.#runner = runner;
    this.#address = address;
  }

  get #name() {
    const { id, incarnation } = this.#host;
    return { id, incarnation };
  }

  /** Reports for duty. @throws RpcError when there is no master for too long */
  register(): Promise<Registration> {
    const request = { worker: this.#name, address: this.#address };
    return this.#ask((options) => this.#master.register(request, options));
  }

  /** Until the job is done. @returns the exit code */
  async work(registered: Registration): Promise<number> {
    let registration = registered;
    try {
      while (!this.#isDone) {
        await this.#workUnder(registration);
        if (!this.#isDone) registration = await this.register();
      }
      return exitCodes.ok;
    } catch (error) {
      if (error instanceof JobOverError) return exitCodes.ok;
      if (!(error instanceof RpcError)) throw error;
      this.#host.log.error("the master is gone", { error: error.message });
      return exitCodes.unavailable;
    }
  }

  /** Until the job is done or the lease is lost. */
  async #workUnder({ job, leaseMs }: Registration): Promise<void> {
    if (job === null) throw new RpcError("INTERNAL", "the master told no job");
    this.#job = job;
    const beatMs = Math.min(leaseMs / heartbeatsPerLease, longestBeatMs);
    const heartbeats = this.#host.clock.every(beatMs, () => this.#beat(beatMs));
    try {
      while (!this.#isDone) await this.#workOnNext(job);
    } catch (error) {
      if (!(error instanceof NoLeaseError)) throw error;
      this.#host.log.warn("the lease is lost");
    } finally {
      heartbeats.stop();
    }
  }

  async #workOnNext(job: JobDescription): Promise<void> {
    const { task, done } = await this.#ask((options) =>
      this.#master.nextTask({ worker: this.#name }, options),
    );
    if (done) this.#isDone = true;
    if (task === null || this.#isDone) return;
    const cancel = new AbortController();
    this.#current = { task, cancel };
    const outcome = await this.#runner.run(job, task, cancel.signal);
    this.#current = undefined;
    const wanted = !cancel.signal.aborted && (await this.#report(task, outcome));
    if (!wanted) this.#runner.discard(job, task);
  }

  /** @returns whether the output is wanted */
  async #report(task: Task, outcome: Outcome): Promise<boolean> {
    const about = { worker: this.#name, attempt: task };
    if (outcome.kind === "done") {
      const { counters } = this.#runner.state;
      const request = { ...about, counters, skipped: [...outcome.skipped] };
      return (await this.#ask((options) => this.#master.complete(request, options))).committed;
    }
    const failure =
      outcome.kind === "lost"
        ? { message: "map outputs are gone", lost: [...outcome.sources] }
        : { message: outcome.message, record: outcome.record ?? null };
    await this.#ask((options) => this.#master.fail({ ...about, ...failure }, options));
    return false;
  }

  /** Renews the lease. That a beat was lost does no harm. */
  async #beat(timeoutMs: number): Promise<void> {
    const current = this.#current;
    try {
      const attempt = current?.task ?? null;
      const request = { worker: this.#name, attempt, ...this.#runner.state };
      const { cancel, done } = await this.#master.heartbeat(request, { timeoutMs });
      if (done) this.#isDone = true;
      if (cancel || done) current?.cancel.abort();
    } catch (error) {
      // What runs under a lost lease is nobody's; the next question registers this worker again.
      if (error instanceof RpcError && error.code === "NOT_FOUND") current?.cancel.abort();
    }
  }

  /**
   * Asks until the master answers, which may be away to be restarted.
   * @throws NoLeaseError when the master knows no lease of this worker
   * @throws JobOverError when the master is away and will not come back
   * @throws RpcError when the master refuses, or is away for too long
   */
  async #ask<Answer>(call: (options: CallOptions) => Promise<Answer>): Promise<Answer> {
    const { clock } = this.#host;
    const giveUpMs = clock.monotonicMs() + this.#masterTimeoutMs;
    for (;;) {
      try {
        return await call({ timeoutMs: answerMs });
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        if (error.code === "NOT_FOUND") throw new NoLeaseError();
        const passes = ["UNAVAILABLE", "DEADLINE_EXCEEDED"].includes(error.code);
        if (passes && this.#job !== undefined && this.#runner.isOver(this.#job)) {
          throw new JobOverError();
        }
        if (!passes || clock.monotonicMs() > giveUpMs) throw error;
        await clock.sleep(betweenTriesMs);
      }
    }
  }
}

if (import.meta.main) {
  await runNode({
    role: "worker",
    summary: "A worker of a MapReduce job.",
    flags: workerFlags,
    start: startWorker,
  });
}
