/**
 * Runs the master of one job: divides the inputs, hands tasks to workers, commits what they finish.
 * Ends by itself once the job is over and the workers know: exit 0, or 1 when the job failed.
 * Success: `READY master HOST:PORT`, and in the end a `part-N` for each reduce task.
 *
 *   bun nodes/mapreduce/master.ts --id master --address 127.0.0.1:7000 --app word-count \
 *     --inputs 'inputs/mapreduce/*.txt' --output out
 */
import { join } from "node:path";
import { flag, type Options } from "../host/flags.ts";
import type { Host } from "../host/host.ts";
import {
  absolutePath,
  findInputs,
  listJobFiles,
  makeJobFolder,
  moveJobFile,
  removeJobFiles,
} from "../host/job-files.ts";
import { type CommonOptions, type FiniteServer, runNode } from "../host/run-node.ts";
import { applicationPath } from "./application-path.ts";
import { splitInputs } from "./input-splits.ts";
import type { JobBeginning } from "./job-journal.ts";
import { type MasterLimits, serveMaster } from "./master-service.ts";
import { outputFile, outputFilePattern, reduceOutput } from "./task-files.ts";

const tasks = { min: 1, max: 1_000 } as const;
const milliseconds = (minMs: number, fallbackMs: number) => ({
  minMs,
  maxMs: 3_600_000,
  fallbackMs,
});

export const jobFlags = {
  app: flag.text("APP", "word-count, inverted-index or a TypeScript file of your own"),
  inputs: flag.text("GLOB", "the input files"),
  output: flag.text("DIR", "where part-0, part-1, … go; earlier ones there are removed"),
  mapTasks: flag.integer("M, the number of map tasks", { ...tasks, fallback: 8 }),
  reduceTasks: flag.integer("R, the number of reduce tasks and outputs", { ...tasks, fallback: 4 }),
  sharedNothing: flag.switch("reducers fetch map outputs from the mappers, not from the folder"),
  skipBadRecords: flag.switch("leave out and report records at which the application fails"),
  attempts: flag.integer("times that a task may fail before the job does", {
    min: 1,
    max: 100,
    fallback: 3,
  }),
  withoutBackups: flag.switch("start no backup copies of stragglers"),
  backupAfterMs: flag.duration("an attempt is no straggler before", milliseconds(10, 1_000)),
  recordTimeoutMs: flag.duration("how long one record may take", milliseconds(100, 60_000)),
  leaseMs: flag.duration("how long a silent worker counts as alive", milliseconds(50, 2_000)),
};

export const masterFlags = {
  ...jobFlags,
  journal: flag.switch("remember the job on disk, so that a restarted master goes on with it"),
  awaitWorkers: flag.integer("give out no task before so many workers are there", {
    min: 1,
    max: 1_000,
    fallback: 1,
  }),
  keepFolder: flag.switch("keep the intermediate files"),
};

export type MasterOptions = Options<typeof masterFlags> & CommonOptions;

export async function startMaster(host: Host, options: MasterOptions): Promise<FiniteServer> {
  const output = absolutePath(options.output);
  const limits: MasterLimits = { ...options, backups: !options.withoutBackups };
  return serveMaster(host, options.address, limits, {
    begin: () => beginJob(host, options, output),
    place: ({ folder, durable }, task, attempt) =>
      moveJobFile(reduceOutput(folder, task, attempt), outputFile(output, task), durable),
    end: ({ folder }) => {
      if (!options.keepFolder) removeJobFiles(folder);
    },
  });
}

/** A job has a folder of its own, so that it never meets the files of another. */
function beginJob(host: Host, options: MasterOptions, output: string): JobBeginning {
  const id = host.random.uuid();
  const folder = join(output, `job-${id}`);
  makeJobFolder(folder);
  for (const name of listJobFiles(output)) {
    if (outputFilePattern.test(name)) removeJobFiles(join(output, name));
  }
  const description = {
    id,
    application: applicationPath(options.app),
    mapTasks: options.mapTasks,
    reduceTasks: options.reduceTasks,
    folder,
    sharedNothing: options.sharedNothing,
    skipBadRecords: options.skipBadRecords,
    recordTimeoutMs: options.recordTimeoutMs,
    durable: options.journal,
  };
  const inputs = findInputs(options.inputs).filter(({ path }) => !path.startsWith(`${output}/`));
  host.log.info("divided the inputs", { files: inputs.length, tasks: options.mapTasks });
  const pieces = splitInputs(inputs, options.mapTasks);
  return { description, pieces, startedAtMs: host.clock.wallMs() };
}

if (import.meta.main) {
  await runNode({
    role: "master",
    summary: "The master of a MapReduce job.",
    flags: masterFlags,
    start: startMaster,
  });
}
