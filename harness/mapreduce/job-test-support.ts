/** What the tests of this folder share: jobs on real processes. */
import { join } from "node:path";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import { writeFiles } from "../../nodes/host/test-support.ts";
import { applicationPath } from "../../nodes/mapreduce/application-path.ts";
import { Cluster } from "../kit/cluster.ts";
import type { FlagValues } from "../kit/node-command.ts";
import { repositoryRoot } from "../kit/repository.ts";
import { temporaryDirectory } from "../kit/test-support.ts";
import { JobRun } from "./job-run.ts";
import { judgeOutput, readParts } from "./judge-output.ts";
import { runSequentially } from "./sequential.ts";

export const sampleInputs = join(repositoryRoot, "inputs/mapreduce/*.txt");
/** Machines that are busy with other tests need longer to start a process. */
const readyMs = 60_000;

export interface TestJob {
  readonly app: string;
  readonly inputs?: string;
  readonly workers?: number;
  readonly mapTasks?: number;
  readonly reduceTasks?: number;
  readonly master?: FlagValues;
  readonly worker?: FlagValues;
}

/** A place for jobs; several may run in it one after the other. */
export class JobTest implements AsyncDisposable {
  readonly #directory = temporaryDirectory();
  readonly #host: RealHost = createRealHost({
    id: "test",
    dataDirectory: join(this.#directory.path, "data/test"),
    logLevel: "silent",
  });
  readonly cluster = new Cluster(this.#directory.path, { readyMs });
  readonly output = join(this.#directory.path, "output");
  #jobs = 0;

  constructor() {
    writeFiles(join(this.#directory.path, "logs"), {});
  }

  /** Writes a file. @returns its path */
  write(name: string, content: string): string {
    writeFiles(this.#directory.path, { [name]: content });
    return join(this.#directory.path, name);
  }

  start(job: TestJob): Promise<JobRun> {
    this.#jobs++;
    const { app, inputs = sampleInputs, mapTasks = 8, reduceTasks = 4, workers = 2 } = job;
    const flags = { app, inputs, mapTasks, reduceTasks, output: this.output };
    return JobRun.start(
      { cluster: this.cluster, host: this.#host, directory: this.#directory.path },
      {
        name: `job${this.#jobs}`,
        master: { ...flags, ...job.master },
        workers,
        ...(job.worker ? { worker: job.worker } : {}),
      },
    );
  }

  /** The names of checks that fail, with what they saw. */
  async wrong({ app, inputs = sampleInputs, reduceTasks = 4 }: TestJob): Promise<string[]> {
    const expected = await runSequentially(applicationPath(app), inputs);
    const checks = judgeOutput(await readParts(this.output), reduceTasks, expected);
    return checks
      .filter(({ verdict }) => verdict !== "PASS")
      .map(({ name, evidence }) => `${name}: ${evidence}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cluster.killAll();
    this.#host.close();
    this.#directory[Symbol.dispose]();
  }
}
