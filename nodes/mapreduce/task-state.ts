/** One task as the master has it: idle, in progress or done. */
import type { BadRecord, Counters, Kind, Run } from "./protocol.ts";
import type { LivingWorker } from "./worker-leases.ts";

/** An execution of a task by a worker that counts as alive. */
export interface RunningAttempt {
  readonly number: number;
  readonly worker: LivingWorker;
  readonly startMs: number;
  readonly run: Run;
  /** 0 to 1, as its last heartbeat had it. */
  progress: number;
  counters: Counters;
}

/** The execution whose output counts. */
export interface Commit {
  readonly attempt: number;
  /** The worker's id, and where it serves its map outputs. */
  readonly worker: string;
  readonly address: string;
  readonly counters: Counters;
  readonly skipped: readonly BadRecord[];
}

export const noCounters: Counters = { bytes: 0, records: 0, keys: 0, skipped: 0 };

export class TaskState {
  readonly kind: Kind;
  /** From 0. */
  readonly number: number;
  readonly running: RunningAttempt[] = [];
  committed: Commit | undefined;
  /** The last commit, also once its output is gone: it was done, and its counters count. */
  counted: Commit | undefined;
  /** Attempts that were ever given out; the next has one more. */
  attempts = 0;
  /** Attempts that failed by the application's fault. */
  failures = 0;
  /** Attempts that were lost with their workers, or found map outputs gone. */
  losses = 0;
  /** To be left out. */
  readonly badRecords: BadRecord[] = [];

  constructor(kind: Kind, number: number) {
    this.kind = kind;
    this.number = number;
  }

  get isIdle(): boolean {
    return this.committed === undefined && this.running.length === 0;
  }

  /** The attempt of this number, while this worker has it. */
  attemptOf(worker: LivingWorker, number: number): RunningAttempt | undefined {
    return this.running.find((each) => each.number === number && each.worker.id === worker.id);
  }

  /** The attempt is no longer one of those that run. */
  end(attempt: RunningAttempt, outcome: string, nowMs: number): void {
    const at = this.running.indexOf(attempt);
    if (at !== -1) this.running.splice(at, 1);
    attempt.run.outcome = outcome;
    attempt.run.endMs = nowMs;
  }

  get counters(): Counters {
    // Of attempts beside one another only one will count: the one that is furthest.
    const furthest = this.running.reduce<RunningAttempt | undefined>(
      (best, each) => (best === undefined || each.progress > best.progress ? each : best),
      undefined,
    );
    return this.counted?.counters ?? furthest?.counters ?? noCounters;
  }

  /** 0 to 1. */
  get progress(): number {
    if (this.committed !== undefined) return 1;
    return Math.max(0, ...this.running.map(({ progress }) => progress));
  }

  describe(): string {
    return `${this.kind === "MAP" ? "map" : "reduce"} task ${this.number}`;
  }
}
