/** The programs of MapReduce as the harness runs them: the right ones, or a mutant's. */
import * as invertedIndex from "../../nodes/mapreduce/applications/inverted-index.ts";
import * as wordCount from "../../nodes/mapreduce/applications/word-count.ts";
import { serveMaster } from "../../nodes/mapreduce/master-service.ts";
import { JobUnderTest } from "../../nodes/mapreduce/testing/job-clock.ts";
import { runLocally } from "../../nodes/mapreduce/testing/local-job.ts";
import { startWorker } from "../../nodes/mapreduce/worker.ts";
import type { Edit } from "../kit/mutant.ts";
import { loadPrograms } from "../kit/mutated-nodes.ts";

export const rightPrograms = {
  serveMaster,
  startWorker,
  JobUnderTest,
  runLocally,
  wordCount,
  invertedIndex,
};

export type JobPrograms = typeof rightPrograms;

/** The programs with some edits. */
export const loadMutatedPrograms = (edits: readonly Edit[]): Promise<JobPrograms> =>
  loadPrograms<JobPrograms>("mapreduce", edits, {
    serveMaster: "master-service",
    startWorker: "worker",
    JobUnderTest: "testing/job-clock",
    runLocally: "testing/local-job",
    wordCount: "applications/word-count#*",
    invertedIndex: "applications/inverted-index#*",
  });
