/** MapReduce as `harness/mutants.ts` runs it: its wrong nodes and its right ones. */
import type { MutatedSystem } from "../kit/mutant-run.ts";
import type { Mutant } from "../mutants/mapreduce/mutant.ts";
import { probeData } from "./data-probes.ts";
import { type JobPrograms, loadMutatedPrograms, rightPrograms } from "./job-programs.ts";
import { probeMaster } from "./master-probes.ts";
import { jobConditions } from "./simulated-job.ts";
import { jobProblem } from "./simulation.ts";

const probe = async (programs: JobPrograms) => [
  ...probeMaster(programs),
  ...(await probeData(programs)),
];

export const mutatedJobs: MutatedSystem<Mutant, JobPrograms> = {
  name: "mapreduce",
  title: "MapReduce",
  load: loadMutatedPrograms,
  probe: ({ seenBy }, programs) => (seenBy === "probe" ? probe(programs) : Promise.resolve([])),
  simulation({ seenBy }, programs) {
    if (seenBy === "probe") return undefined;
    const problem = jobProblem({ sharedNothing: seenBy === "shared nothing" }, programs);
    return { problem, conditions: jobConditions };
  },
  right: [{ words: [], probe: () => probe(rightPrograms) }, { words: ["--shared-nothing"] }],
  entry: () => "worker.ts",
};
