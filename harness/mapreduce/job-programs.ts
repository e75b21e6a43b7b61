/** The programs of MapReduce as the harness runs them: the right ones, or a mutant's. */
import * as invertedIndex from "../../nodes/mapreduce/applications/inverted-index.ts";
import * as wordCount from "../../nodes/mapreduce/applications/word-count.ts";
import { serveMaster } from "../../nodes/mapreduce/master-service.ts";
import { JobUnderTest } from "../../nodes/mapreduce/testing/job-clock.ts";
import { runLocally } from "../../nodes/mapreduce/testing/local-job.ts";
import { startWorker } from "../../nodes/mapreduce/worker.ts";
import type { Edit } from "../kit/mutant.ts";
import { loadMutatedModules } from "../kit/mutated-nodes.ts";

export const rightPrograms = {
  serveMaster,
  startWorker,
  JobUnderTest,
  runLocally,
  wordCount,
  invertedIndex,
};

export type JobPrograms = typeof rightPrograms;

/** The programs with some edits; they share the host, and so its errors, with the right ones. */
export async function loadMutatedPrograms(edits: readonly Edit[]): Promise<JobPrograms> {
  const [master, worker, job, local, count, index] = await loadMutatedModules("mapreduce", edits, [
    ...["master-service", "worker", "testing/job-clock", "testing/local-job"],
    ...["applications/word-count", "applications/inverted-index"],
  ]);
  return {
    serveMaster: master?.["serveMaster"],
    startWorker: worker?.["startWorker"],
    JobUnderTest: job?.["JobUnderTest"],
    runLocally: local?.["runLocally"],
    wordCount: count,
    invertedIndex: index,
  } as JobPrograms;
}
