/** Runs all tasks of a job one after the other in this process, without master and thread. */
import { join } from "node:path";
import { findInputs } from "../../host/job-files.ts";
import { readLines, temporaryDirectory, writeFiles } from "../../host/test-support.ts";
import { type Application, loadApplication } from "../application.ts";
import { splitInputs } from "../input-splits.ts";
import { runMapTask } from "../map-task.ts";
import type { BadRecord, JobDescription, Task } from "../protocol.ts";
import { runReduceTask } from "../reduce-task.ts";
import { SharedProgress } from "../shared-progress.ts";
import type { Outcome } from "../task-context.ts";
import { mapOutputPrefix, reduceOutput } from "../task-files.ts";

/** A folder of its own with `inputs/` and `job/`, that is gone with its `using`. */
export class Scratch implements Disposable {
  readonly #directory = temporaryDirectory();
  readonly path = this.#directory.path;
  readonly inputs = join(this.path, "inputs");
  readonly folder = join(this.path, "job");
  #applications = 0;

  constructor(inputs: Readonly<Record<string, string | Uint8Array>> = {}) {
    writeFiles(this.inputs, inputs);
    writeFiles(this.folder, {});
  }

  /** A TypeScript file. @returns its path */
  application(text: string): string {
    const name = `application-${this.#applications++}.ts`;
    writeFiles(this.path, { [name]: text });
    return join(this.path, name);
  }

  [Symbol.dispose](): void {
    this.#directory[Symbol.dispose]();
  }
}

export interface LocalJob {
  readonly application: string | Application;
  readonly mapTasks?: number;
  readonly reduceTasks?: number;
  readonly skipBadRecords?: boolean;
  readonly badRecords?: readonly BadRecord[];
}

const path = (name: string) => join(import.meta.dir, "../applications", `${name}.ts`);
export const wordCount = path("word-count");
export const invertedIndex = path("inverted-index");

export interface LocalResult {
  /** The lines of each output, by reduce task. */
  readonly parts: readonly (readonly string[])[];
  /** The lines of each intermediate file, by map task and partition. */
  readonly intermediate: readonly (readonly (readonly string[])[])[];
  readonly outcomes: readonly Outcome[];
  readonly records: number;
}

/** @throws RecordError when the application fails */
export async function runLocally(scratch: Scratch, setup: LocalJob): Promise<LocalResult> {
  const { mapTasks = 3, reduceTasks = 2, skipBadRecords = false, badRecords = [] } = setup;
  const { folder } = scratch;
  const application =
    typeof setup.application === "string"
      ? await loadApplication(setup.application)
      : setup.application;
  const job: JobDescription = {
    ...{ id: "job", application: "", mapTasks, reduceTasks, folder, skipBadRecords },
    ...{ sharedNothing: false, recordTimeoutMs: 1_000, durable: false },
  };
  const progress = new SharedProgress();
  progress.reset();
  const outcomes: Outcome[] = [];
  const context = (task: Task) => {
    return { application, job, task, progress, folder, pause: () => {} };
  };
  const task = { attempt: 1, pieces: [], sources: [], badRecords: [...badRecords] };
  const pieces = splitInputs(findInputs(join(scratch.inputs, "*")), mapTasks);
  let records = 0;
  for (const [number, own] of pieces.entries()) {
    outcomes.push(runMapTask(context({ ...task, kind: "MAP", number, pieces: own })));
    records += progress.counters.records;
  }
  const sources = pieces.map((_, map) => ({ task: map, attempt: 1, address: "" }));
  const parts: string[][] = [];
  for (let number = 0; number < reduceTasks; number++) {
    const reduce = context({ ...task, kind: "REDUCE", number, sources });
    outcomes.push(
      runReduceTask(reduce, (source) => `${mapOutputPrefix(folder, source.task, 1)}${number}`),
    );
    parts.push(readLines(reduceOutput(folder, number, 1)));
  }
  const intermediate = pieces.map((_, map) =>
    parts.map((_part, number) => readLines(`${mapOutputPrefix(folder, map, 1)}${number}`)),
  );
  return { parts, intermediate, outcomes, records };
}
