/** Serves a job to workers: their words in, tasks out, outputs put in place. */
import { exitCodes } from "../host/exit-codes.ts";
import type { Call, Host } from "../host/host.ts";
import { Mutex } from "../host/mutex.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { FiniteServer } from "../host/run-node.ts";
import { type Handlers, implement, type RequestOf } from "../host/service.ts";
import { Job, type JobLimits } from "./job.ts";
import { type JobBeginning, JobJournal } from "./job-journal.ts";
import { statusOf } from "./job-status.ts";
import { type Attempt, type JobDescription, Master } from "./protocol.ts";
import { noCounters } from "./task-state.ts";
import { WorkerLeases } from "./worker-leases.ts";

export interface MasterLimits extends JobLimits {
  readonly leaseMs: number;
  /** The first task is given out when so many workers are there. */
  readonly awaitWorkers: number;
  /** Remember the job on disk. */
  readonly journal: boolean;
}

/** What a master does with files; the simulation has its own. */
export interface MasterFiles {
  /** Divides the inputs and makes the job's folder. */
  begin(): JobBeginning;
  /** Puts the output of a reduce attempt where the user finds it. */
  place(job: JobDescription, task: number, attempt: number): void;
  /** The job is over. */
  end(job: JobDescription): void;
}

/** A question for a task is answered at the latest after this part of a lease, or this time. */
const pollsPerLease = 4;
const longestPollMs = 500;
/** How often leases and stragglers are looked at. */
const ticksPerLease = 20;
const longestTickMs = 100;
/** After the end of the job, until the last worker has been told or is taken for dead. */
const farewellMs = 800;
/** For calls that still run when the master stops; workers know by then. */
const graceAfterwardsMs = 100;
/** The master's own report for harnesses. */
const reportFile = "report.json";

export async function serveMaster(
  host: Host,
  address: string,
  limits: MasterLimits,
  files: MasterFiles,
): Promise<FiniteServer> {
  const opened = await JobJournal.open(host.disk, limits.journal, () => files.begin());
  const master = new MasterService(host, limits, files, opened);
  const server = await host.serve(address, [implement(Master, master.handlers)]);
  const stop = async (graceMs = graceAfterwardsMs) => {
    master.close();
    await server.stop(graceMs);
  };
  const { setServing } = server;
  return { address: server.address, setServing, stop, finished: master.finished };
}

type Opened = Awaited<ReturnType<typeof JobJournal.open>>;

class MasterService {
  readonly #host: Host;
  readonly #limits: MasterLimits;
  readonly #files: MasterFiles;
  readonly #journal: JobJournal;
  readonly #description: JobDescription;
  readonly #job: Job;
  readonly #leases: WorkerLeases;
  readonly #commits = new Mutex();
  /** Living workers that don't know yet that the job is over. */
  readonly #untold = new Set<string>();
  /** Resolves when something may have changed for those who wait for a task. */
  #change = Promise.withResolvers<void>();
  readonly #finished = Promise.withResolvers<number>();
  #isEnding = false;
  /** The end of the job is durable, and workers may hear of it: they leave for good. */
  #isAnnounced = false;
  readonly #ticks: { stop(): void };
  readonly #elapsedMs: () => number;

  constructor(host: Host, limits: MasterLimits, files: MasterFiles, opened: Opened) {
    const { description, pieces, startedAtMs } = opened.beginning;
    this.#host = host;
    this.#limits = limits;
    this.#files = files;
    this.#journal = opened.journal;
    this.#description = description;
    // The job's time goes on through a restart of the master, as well as the wall clock knows it.
    const beforeMs = Math.max(host.clock.wallMs() - startedAtMs, 0) - host.clock.monotonicMs();
    this.#elapsedMs = () => host.clock.monotonicMs() + beforeMs;
    const plan = { ...description, pieces };
    const clock = { monotonicMs: this.#elapsedMs };
    this.#job = new Job(clock, plan, limits, (event) => this.#journal.append(event));
    this.#job.restore(opened.events);
    this.#leases = new WorkerLeases(host.clock, limits.leaseMs);
    const tickMs = Math.min(limits.leaseMs / ticksPerLease, longestTickMs);
    this.#ticks = host.clock.every(tickMs, () => this.#tick());
  }

  /** The exit code, once there is nothing left to do. */
  get finished(): Promise<number> {
    return this.#finished.promise;
  }

  close(): void {
    this.#ticks.stop();
    this.#changed();
  }

  readonly handlers: Handlers<typeof Master> = {
    register: async ({ worker, address }) => {
      if (!worker?.id || !worker.incarnation) {
        throw new RpcError("INVALID_ARGUMENT", "a worker must give its id and incarnation");
      }
      const replaced = this.#leases.register(worker, address);
      if (replaced !== undefined) this.#job.workerIsGone(replaced);
      this.#untold.add(worker.id);
      this.#changed();
      return { job: this.#description, leaseMs: this.#limits.leaseMs };
    },
    nextTask: (request, call) => this.#nextTask(request, call),
    heartbeat: async ({ worker, attempt, progress, counters }) => {
      const known = this.#leases.renew(worker);
      const told = counters ?? noCounters;
      const wanted = attempt === null || this.#job.progress(known, attempt, progress, told);
      return { cancel: !wanted, done: this.#tellWhetherOver(known.id) };
    },
    complete: (request) => this.#complete(request),
    fail: async ({ worker, attempt, message, record, lost }) => {
      const known = this.#leases.renew(worker);
      const failed = this.#known(attempt);
      if (lost.length > 0) this.#job.lose(known, failed, lost);
      else this.#job.fail(known, failed, message, record);
      await this.#journal.sync();
      this.#changed();
      return {};
    },
    status: async () => {
      // What was told is done must be done for a restarted master, too.
      await this.#journal.sync();
      return this.status();
    },
  };

  status() {
    const workers = this.#leases.living.map(({ id }) => id);
    return statusOf(this.#job, this.#description.id, this.#elapsedMs(), workers);
  }

  async #nextTask({ worker }: RequestOf<typeof Master, "nextTask">, { signal }: Call) {
    const { clock } = this.#host;
    const pollMs = Math.min(this.#limits.leaseMs / pollsPerLease, longestPollMs);
    const untilMs = clock.monotonicMs() + pollMs;
    for (;;) {
      const known = this.#leases.renew(worker);
      if (this.#tellWhetherOver(known.id)) return { done: true };
      // Whoever has gone away must not be given a task.
      const mayStart = this.#job.runs.length > 0 || this.#isComplete;
      const task = signal.aborted || !mayStart ? undefined : this.#job.next(known);
      if (task !== undefined) {
        await this.#journal.sync();
        return { task };
      }
      if (signal.aborted || clock.monotonicMs() >= untilMs) return {};
      await this.#change.promise;
    }
  }

  get #isComplete(): boolean {
    return this.#leases.living.length >= this.#limits.awaitWorkers;
  }

  /** One at a time, so that of two finishers one is the first. */
  #complete({ worker, attempt, ...result }: RequestOf<typeof Master, "complete">) {
    return this.#commits.run(async () => {
      const known = this.#leases.renew(worker);
      const finished = this.#known(attempt);
      const judgement = this.#job.judge(known, finished);
      if (judgement === "commit") {
        const { kind, number } = finished;
        if (kind === "REDUCE") this.#files.place(this.#description, number, finished.attempt);
        this.#job.commit(known, finished, result.counters ?? noCounters, result.skipped);
      }
      await this.#journal.sync();
      this.#changed();
      return { committed: judgement !== "late" };
    });
  }

  #known(attempt: Attempt | null): Attempt {
    const tasks = attempt?.kind === "MAP" ? this.#job.maps : this.#job.reduces;
    if (attempt !== null && tasks[attempt.number] !== undefined) return attempt;
    throw new RpcError("INVALID_ARGUMENT", "the job has no such task");
  }

  #tellWhetherOver(worker: string): boolean {
    if (!this.#isAnnounced) return false;
    this.#untold.delete(worker);
    this.#changed();
    return true;
  }

  /** Strikes off silent workers, and lets those who wait look for stragglers. */
  async #tick(): Promise<void> {
    for (const worker of this.#leases.expire()) {
      this.#host.log.warn("a worker is silent", { worker: worker.id });
      this.#job.workerIsGone(worker);
      this.#untold.delete(worker.id);
    }
    await this.#journal.sync();
    this.#changed();
  }

  #changed(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
    if (this.#job.isOver && !this.#isEnding) {
      this.#isEnding = true;
      void this.#end();
    }
  }

  async #end(): Promise<void> {
    const { clock, disk, log } = this.#host;
    await this.#journal.sync();
    this.#files.end(this.#description);
    const status = this.status();
    await disk.replace(reportFile, new TextEncoder().encode(JSON.stringify(status, null, 2)));
    log.info("the job is over", { state: status.state, error: status.error });
    this.#isAnnounced = true;
    this.#changed();
    const untilMs = clock.monotonicMs() + farewellMs;
    while (this.#untold.size > 0 && clock.monotonicMs() < untilMs) await this.#change.promise;
    this.#finished.resolve(status.state === "succeeded" ? exitCodes.ok : 1);
  }
}
