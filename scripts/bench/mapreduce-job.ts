/** One measured job: a master and workers as processes, from the first task to the last output. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Cluster } from "../../harness/kit/cluster.ts";
import { catchAt } from "../../harness/mapreduce/disturbances.ts";
import { JobRun } from "../../harness/mapreduce/job-run.ts";
import { createRealHost } from "../../nodes/host/real.ts";
import type { JobStatus } from "../../nodes/mapreduce/protocol.ts";
import { peakResidentMiB } from "./process-usage.ts";

export interface MeasuredSetup {
  readonly app: string;
  readonly inputs: string;
  /** A folder for outputs. */
  readonly scratch: string;
  readonly mapTasks: number;
  readonly reduceTasks: number;
  readonly workers: number;
  /** The first worker is so many times slower. */
  readonly slowDown?: number;
  readonly backups?: boolean;
  /** A worker is killed when so many map tasks are done. */
  readonly killAfterMaps?: number;
}

export interface MeasuredJob {
  readonly status: JobStatus;
  /** From the first task given out to the last output in place. */
  readonly seconds: number;
  /** The largest of the workers, at its peak. */
  readonly residentMiB: number;
  /** All lines of the output, in the order of their bytes. */
  readonly outputLines: () => Promise<string[]>;
}

let jobs = 0;

/** @throws Error when the job fails or does not read every byte once */
export async function measureJob(directory: string, setup: MeasuredSetup): Promise<MeasuredJob> {
  const { app, inputs, mapTasks, reduceTasks, workers, slowDown, backups = true } = setup;
  const name = `job${++jobs}`;
  const output = join(setup.scratch, name);
  await using cluster = new Cluster(directory, { readyMs: 60_000 });
  const host = createRealHost({ id: "bench", dataDirectory: directory, logLevel: "warn" });
  const flags = { app, inputs, mapTasks, reduceTasks, output, withoutBackups: !backups };
  const place = { cluster, host, directory };
  const master = { ...flags, backupAfter: "300ms" };
  const run = await JobRun.start(place, {
    name,
    master,
    workers: 0,
    awaitWorkers: workers,
  });
  if (slowDown !== undefined) await run.startWorkers(1, { slowDown });
  await run.startWorkers(workers - (slowDown === undefined ? 0 : 1));
  let residentMiB = 0;
  const { killAfterMaps } = setup;
  if (killAfterMaps !== undefined) {
    await run.until(({ mapDone }) => mapDone >= killAfterMaps);
    const victim = await catchAt(run, "MAP");
    if (victim !== undefined) await run.kill(victim);
  }
  const status = await run.finish(() => {
    for (const { pid, running } of run.workers) {
      if (running) residentMiB = Math.max(residentMiB, peakResidentMiB(pid) ?? 0);
    }
  });
  host.close();
  if (status.state !== "succeeded") throw new Error(`the job failed: ${status.error}`);
  const startMs = Math.min(...status.runs.map((each) => each.startMs));
  const endMs = Math.max(
    ...status.runs.filter(({ outcome }) => outcome === "committed").map((each) => each.endMs),
  );
  const outputLines = async () => {
    const parts = Array.from({ length: reduceTasks }, (_, part) => join(output, `part-${part}`));
    const texts = await Promise.all(parts.map((part) => readFile(part, "utf8")));
    return texts
      .flatMap((text) => text.split("\n").slice(0, -1))
      .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  };
  return { status, seconds: (endMs - startMs) / 1_000, residentMiB, outputLines };
}
