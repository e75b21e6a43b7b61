/** What a restarted master must know of its job, as the journal has it. */
import type { BadRecord, Kind, Run } from "./protocol.ts";
import type { Commit, TaskState } from "./task-state.ts";

interface OfTask {
  readonly kind: Kind;
  readonly number: number;
}

export type JobEvent =
  | ({ readonly type: "assigned"; readonly run: Run } & OfTask)
  | ({ readonly type: "committed"; readonly commit: Commit; readonly endMs: number } & OfTask)
  | ({ readonly type: "revoked" } & OfTask)
  | ({ readonly type: "bad"; readonly record: BadRecord } & OfTask)
  | { readonly type: "failed"; readonly message: string };

/**
 * Does to a task what an event says. An attempt that was assigned counts as lost until it is
 * committed: its number is used, and its worker has to register with the new master.
 */
export function restoreTask(
  task: TaskState,
  event: Exclude<JobEvent, { type: "failed" }>,
  runs: Run[],
): void {
  switch (event.type) {
    case "assigned":
      task.attempts++;
      runs.push({ ...event.run, outcome: "lost", endMs: event.run.startMs });
      return;
    case "committed": {
      task.committed = event.commit;
      task.counted = event.commit;
      const run = runOf(task, event.commit.attempt, runs);
      if (run !== undefined) Object.assign(run, { outcome: "committed", endMs: event.endMs });
      return;
    }
    case "revoked": {
      const run = runOf(task, task.committed?.attempt, runs);
      if (run !== undefined) run.outcome = "gone";
      task.committed = undefined;
      return;
    }
    case "bad":
      task.badRecords.push(event.record);
  }
}

function runOf(task: TaskState, number: number | undefined, runs: readonly Run[]) {
  return runs.find(
    ({ attempt }) =>
      attempt?.kind === task.kind && attempt.number === task.number && attempt.attempt === number,
  );
}
