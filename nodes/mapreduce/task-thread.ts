/** A worker's computing thread: runs one task after the other, as `thread-runner.ts` asks. */
import { serveThread, slowMotion } from "../host/thread.ts";
import { type Application, describe, loadApplication } from "./application.ts";
import { runMapTask } from "./map-task.ts";
import type { JobDescription, Task } from "./protocol.ts";
import { runReduceTask } from "./reduce-task.ts";
import { SharedProgress } from "./shared-progress.ts";
import { type Outcome, RecordError } from "./task-context.ts";
import { fetchedPartition, mapOutputPrefix } from "./task-files.ts";

export interface TaskMessage {
  readonly job: JobDescription;
  readonly task: Task;
  readonly memory: SharedArrayBuffer;
  readonly folder: string;
  readonly slowDown: number;
}

let loaded: { readonly path: string; readonly application: Promise<Application> } | undefined;

function applicationOf({ application: path }: JobDescription): Promise<Application> {
  if (loaded?.path !== path) loaded = { path, application: loadApplication(path) };
  return loaded.application;
}

serveThread(async (message) => {
  const { job, task, memory, folder, slowDown } = message as TaskMessage;
  try {
    const application = await applicationOf(job);
    const pause = slowMotion(slowDown);
    const progress = new SharedProgress(memory);
    const context = { application, job, task, progress, folder, pause };
    if (task.kind === "MAP") return runMapTask(context);
    return runReduceTask(context, (source) =>
      job.sharedNothing
        ? fetchedPartition(folder, task.number, task.attempt, source.task)
        : `${mapOutputPrefix(job.folder, source.task, source.attempt)}${task.number}`,
    );
  } catch (error) {
    if (error instanceof RecordError) {
      return { kind: "failed", message: error.message, record: error.record } satisfies Outcome;
    }
    return { kind: "failed", message: describe(error) } satisfies Outcome;
  }
});
