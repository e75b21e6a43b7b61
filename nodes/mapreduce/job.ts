/**
 * The master's state: every task idle, in progress or done (Dean and Ghemawat, OSDI '04, section
 * 3.2), and who is at it. No input and no output: whoever calls it tells it what workers said, and
 * it tells what is to be done and what must be remembered.
 */
import type { Clock } from "../host/host.ts";
import { type JobEvent, restoreTask } from "./job-events.ts";
import type { Attempt, BadRecord, Counters, Kind, Piece, Run, Source, Task } from "./protocol.ts";
import { describeRecord, sameRecord } from "./shared-progress.ts";
import { isStraggler } from "./stragglers.ts";
import { type RunningAttempt, TaskState } from "./task-state.ts";
import type { LivingWorker } from "./worker-leases.ts";

export interface JobPlan {
  /** Of each map task. */
  readonly pieces: readonly (readonly Piece[])[];
  readonly reduceTasks: number;
  readonly sharedNothing: boolean;
}

export interface JobLimits {
  /** Times that a task may fail by the application's fault, until the job fails. */
  readonly attempts: number;
  readonly skipBadRecords: boolean;
  readonly backups: boolean;
  readonly backupAfterMs: number;
}

/** Attempts of one task that may be lost with their workers, until the job fails. */
const lossesAtMost = 100;
const badRecordsAtMost = 1_000;

/** What is to be done with the output of an attempt that has come to its end. */
export type Judgement = "commit" | "committed" | "late";

export class Job {
  readonly maps: readonly TaskState[];
  readonly reduces: readonly TaskState[];
  /** Why it failed, once it has. */
  failure: string | undefined;
  /** Every attempt, in the order of their starts. */
  readonly runs: Run[] = [];
  readonly #nowMs: () => number;
  readonly #plan: JobPlan;
  readonly #limits: JobLimits;
  readonly #remember: (event: JobEvent) => void;

  /**
   * @param clock its time begins with the job
   * @param remember is called with what a restarted master must know, before it takes effect
   */
  constructor(
    clock: Pick<Clock, "monotonicMs">,
    plan: JobPlan,
    limits: JobLimits,
    remember: (event: JobEvent) => void = () => {},
  ) {
    this.#nowMs = () => clock.monotonicMs();
    this.#plan = plan;
    this.#limits = limits;
    this.#remember = remember;
    this.maps = plan.pieces.map((_, number) => new TaskState("MAP", number));
    this.reduces = Array.from(
      { length: plan.reduceTasks },
      (_, number) => new TaskState("REDUCE", number),
    );
  }

  /** Brings back what an earlier start of the master remembered. */
  restore(events: readonly JobEvent[]): void {
    for (const event of events) {
      if (event.type === "failed") this.failure = event.message;
      else restoreTask(this.#task(event.kind, event.number), event, this.runs);
    }
  }

  get hasSucceeded(): boolean {
    return this.reduces.every(({ committed }) => committed !== undefined) && this.mapsAreDone;
  }

  get isOver(): boolean {
    return this.failure !== undefined || this.hasSucceeded;
  }

  get mapsAreDone(): boolean {
    // Once all is reduced nobody needs the map outputs.
    if (this.reduces.every(({ committed }) => committed !== undefined)) return true;
    return this.maps.every(({ committed }) => committed !== undefined);
  }

  /** The task that the worker is at, or a new one; undefined when there is nothing for it now. */
  next(worker: LivingWorker): Task | undefined {
    if (this.isOver) return undefined;
    for (const task of [...this.maps, ...this.reduces]) {
      const running = task.running.find((each) => each.worker.id === worker.id);
      if (running !== undefined) return this.#describe(task, running.number);
    }
    const active = this.mapsAreDone ? this.reduces : this.maps;
    const idle = active.find(({ isIdle }) => isIdle);
    if (idle !== undefined) return this.#start(idle, worker, false);
    const straggling = this.#limits.backups ? this.#straggling(active) : undefined;
    return straggling === undefined ? undefined : this.#start(straggling, worker, true);
  }

  /** @returns whether the attempt is still wanted */
  progress(
    worker: LivingWorker,
    { kind, number, attempt }: Attempt,
    progress: number,
    counters: Counters,
  ): boolean {
    const running = this.#find(kind, number)?.attemptOf(worker, attempt);
    if (running === undefined || this.isOver) return false;
    running.progress = progress >= 0 ? Math.min(progress, 1) : 0;
    running.counters = counters;
    return true;
  }

  /** The first finisher of a task is committed; whoever comes later changes nothing. */
  judge(worker: LivingWorker, { kind, number, attempt }: Attempt): Judgement {
    const task = this.#task(kind, number);
    const { committed } = task;
    if (committed?.attempt === attempt && committed.worker === worker.id) return "committed";
    const running = task.attemptOf(worker, attempt);
    if (running === undefined) return "late";
    if (committed === undefined && !this.isOver) return "commit";
    task.end(running, "late", this.#nowMs());
    return "late";
  }

  /** The attempt's output is in place. Only after it was judged so. */
  commit(
    worker: LivingWorker,
    { kind, number, attempt }: Attempt,
    counters: Counters,
    skipped: readonly BadRecord[],
  ): void {
    const task = this.#task(kind, number);
    const running = task.attemptOf(worker, attempt);
    if (running === undefined || task.committed !== undefined) {
      throw new Error(`${task.describe()} can't be committed for attempt ${attempt}`);
    }
    task.end(running, "committed", this.#nowMs());
    for (const other of [...task.running]) task.end(other, "late", this.#nowMs());
    const commit = { attempt, worker: worker.id, address: worker.address, counters, skipped };
    this.#remember({ type: "committed", kind, number, commit, endMs: running.run.endMs });
    task.committed = commit;
    task.counted = commit;
  }

  /** The attempt came to nothing by the application's fault. */
  fail(worker: LivingWorker, failed: Attempt, message: string, record: BadRecord | null): void {
    const task = this.#task(failed.kind, failed.number);
    const running = task.attemptOf(worker, failed.attempt);
    if (running === undefined) return;
    task.end(running, "failed", this.#nowMs());
    if (task.committed !== undefined || this.isOver) return;
    const isNew = record !== null && !task.badRecords.some((bad) => sameRecord(bad, record));
    if (this.#limits.skipBadRecords && isNew && task.badRecords.length < badRecordsAtMost) {
      this.#remember({ type: "bad", kind: task.kind, number: task.number, record });
      task.badRecords.push(record);
      return;
    }
    task.failures++;
    if (task.failures < this.#limits.attempts) return;
    const where = record === null ? "" : `, at ${describeRecord(record)}`;
    this.#giveUp(`${task.describe()} failed ${task.failures} times${where}: ${message}`);
  }

  /** A reduce attempt did not find some map outputs: those maps are run again. */
  lose(worker: LivingWorker, attempt: Attempt, sources: readonly Source[]): void {
    const task = this.#task(attempt.kind, attempt.number);
    const running = task.attemptOf(worker, attempt.attempt);
    if (running === undefined) return;
    this.#end(task, running);
    for (const source of sources) {
      const map = this.maps[source.task];
      if (map?.committed?.attempt === source.attempt) this.#revoke(map);
    }
  }

  /** A worker counts as dead: what it was at is lost, and, where nothing is shared, what it did. */
  workerIsGone(worker: LivingWorker): void {
    for (const task of [...this.maps, ...this.reduces]) {
      for (const running of [...task.running]) {
        if (running.worker === worker) this.#end(task, running);
      }
    }
    if (!this.#plan.sharedNothing || this.hasSucceeded) return;
    for (const map of this.maps) {
      if (map.committed?.address === worker.address) this.#revoke(map);
    }
  }

  #end(task: TaskState, running: RunningAttempt): void {
    task.end(running, "lost", this.#nowMs());
    if (task.committed !== undefined) return;
    task.losses++;
    if (task.losses < lossesAtMost) return;
    this.#giveUp(`${task.describe()} was lost with its worker ${task.losses} times`);
  }

  #giveUp(message: string): void {
    this.#remember({ type: "failed", message });
    this.failure ??= message;
  }

  #revoke(map: TaskState): void {
    const { kind, number, committed } = map;
    this.#remember({ type: "revoked", kind, number });
    map.committed = undefined;
    const run = this.runs.find(
      ({ attempt }) =>
        attempt?.kind === kind &&
        attempt.number === number &&
        attempt.attempt === committed?.attempt,
    );
    if (run !== undefined) run.outcome = "gone";
  }

  #straggling(active: readonly TaskState[]): TaskState | undefined {
    const durationsMs = this.runs
      .filter(({ attempt, outcome }) => {
        return attempt?.kind === active[0]?.kind && outcome === "committed";
      })
      .map(({ startMs, endMs }) => endMs - startMs);
    return active.find(({ committed, running }) => {
      const [only, ...others] = running;
      if (committed !== undefined || only === undefined || others.length > 0) return false;
      return isStraggler(only, durationsMs, this.#nowMs(), this.#limits);
    });
  }

  #start(task: TaskState, worker: LivingWorker, backup: boolean): Task {
    const { kind, number } = task;
    const attempt = task.attempts + 1;
    const startMs = this.#nowMs();
    const run: Run = {
      attempt: { kind, number, attempt },
      worker: worker.id,
      startMs,
      endMs: 0,
      outcome: "running",
      backup,
    };
    this.#remember({ type: "assigned", kind, number, run });
    task.attempts = attempt;
    const counters = { bytes: 0, records: 0, keys: 0, skipped: 0 };
    task.running.push({ number: attempt, worker, startMs, run, progress: 0, counters });
    this.runs.push(run);
    return this.#describe(task, attempt);
  }

  #describe({ kind, number, badRecords }: TaskState, attempt: number): Task {
    const pieces = kind === "MAP" ? [...(this.#plan.pieces[number] ?? [])] : [];
    const sources = kind === "MAP" ? [] : this.maps.map((map) => sourceOf(map));
    return { kind, number, attempt, pieces, sources, badRecords: [...badRecords] };
  }

  #find(kind: Kind, number: number): TaskState | undefined {
    return (kind === "MAP" ? this.maps : this.reduces)[number];
  }

  /** @throws Error when the job has no such task: a worker of another job */
  #task(kind: Kind, number: number): TaskState {
    const task = this.#find(kind, number);
    if (task === undefined) throw new Error(`there is no ${kind} task ${number}`);
    return task;
  }
}

/** A map output that was revoked meanwhile is asked for all the same, and reported as lost. */
function sourceOf({ number: task, committed }: TaskState): Source {
  return { task, attempt: committed?.attempt ?? 0, address: committed?.address ?? "" };
}
