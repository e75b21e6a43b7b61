/** What a task works with, and what becomes of it. */
import { type Application, describe } from "./application.ts";
import type { BadRecord, JobDescription, Source, Task } from "./protocol.ts";
import type { SharedProgress } from "./shared-progress.ts";

export interface TaskContext {
  readonly application: Application;
  readonly job: JobDescription;
  readonly task: Task;
  readonly progress: SharedProgress;
  /** Where the files of this worker's map attempts are: the job's folder, or its own. */
  readonly folder: string;
  /** Called after each record; makes a worker slow that is slow on purpose. */
  readonly pause: () => void;
}

export type Outcome =
  | { readonly kind: "done"; readonly skipped: readonly BadRecord[] }
  | { readonly kind: "failed"; readonly message: string; readonly record?: BadRecord | undefined }
  /** Map outputs that are not there. */
  | { readonly kind: "lost"; readonly sources: readonly Source[] };

/** How many bad records a task tells of; it leaves out and counts any number. */
export const mostReported = 100;

/** What an application threw while it was at a record. */
export class RecordError extends Error {
  override readonly name = "RecordError";
  readonly record: BadRecord;

  constructor(record: BadRecord, cause: unknown) {
    super(describe(cause));
    this.record = record;
  }
}
