/** A clock that stands until it is told to go on, and workers for it. */
import { Job, type JobLimits, type JobPlan } from "../job.ts";
import type { JobEvent } from "../job-events.ts";
import type { Attempt, Task } from "../protocol.ts";
import { noCounters } from "../task-state.ts";
import type { LivingWorker } from "../worker-leases.ts";

export class StandingClock {
  nowMs = 0;
  monotonicMs = () => this.nowMs;
}

export function worker(id: string): LivingWorker {
  return { id, incarnation: `${id}/1`, address: `${id}:1`, endsMs: 0 };
}

/** A job in a test: what is done to it, shortly. */
export class JobUnderTest {
  readonly clock = new StandingClock();
  readonly events: JobEvent[] = [];
  readonly job: Job;

  constructor(
    mapTasks: number,
    reduceTasks: number,
    change: Partial<JobLimits & Pick<JobPlan, "sharedNothing">> = {},
  ) {
    const limits = { attempts: 3, skipBadRecords: false, backups: true, backupAfterMs: 100 };
    const pieces = Array.from({ length: mapTasks }, () => []);
    const plan = { pieces, reduceTasks, sharedNothing: change.sharedNothing ?? false };
    this.job = new Job(this.clock, plan, { ...limits, ...change }, (event) => {
      // As the journal has it: what happens later does not change it.
      this.events.push(structuredClone(event));
    });
  }

  /** @throws Error when there is nothing for this worker */
  start(who: LivingWorker): Task {
    const task = this.job.next(who);
    if (task === undefined) throw new Error(`there is nothing for ${who.id}`);
    return task;
  }

  /** @returns whether the attempt counts */
  finish(who: LivingWorker, attempt: Attempt, counters = noCounters): boolean {
    const judgement = this.job.judge(who, attempt);
    if (judgement === "commit") this.job.commit(who, attempt, counters, []);
    return judgement !== "late";
  }

  /** What became of each attempt, such as `MAP 0.1 w1 committed`. */
  get told(): string[] {
    return this.job.runs.map(({ attempt, worker: who, outcome }) => {
      return `${attempt?.kind} ${attempt?.number}.${attempt?.attempt} ${who} ${outcome}`;
    });
  }
}
