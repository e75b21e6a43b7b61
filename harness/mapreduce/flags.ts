/** The flags of `harness/mapreduce.ts`. */
import { join } from "node:path";
import { flag } from "../../nodes/host/flags.ts";
import { absolutePath } from "../../nodes/host/job-files.ts";
import { jobFlags } from "../../nodes/mapreduce/master.ts";
import { repositoryRoot } from "../kit/repository.ts";
import type { RunContext } from "../kit/run-context.ts";

/** What an examination consists of: jobs, by what happens to them. */
export const scenarioNames = ["count", "index", "kill", "stop", "restart", "gone", "fail"] as const;

const { app: _app, inputs: _inputs, output: _output, ...others } = jobFlags;

export const mapReduceFlags = {
  app: flag.optional(
    flag.text(
      "APP",
      "run one job: word-count, inverted-index or a TypeScript file of your own; without it, " +
        "examine the system by several jobs and break some",
    ),
  ),
  scenarios: flag.optional(flag.some("only these of the examination", scenarioNames)),
  inputs: flag.optional(flag.text("GLOB", "the input files (default: our samples)")),
  output: flag.optional(
    flag.text("DIR", "where part-0, part-1, … go (default: in the folder of the run)"),
  ),
  workers: flag.integer("worker processes", { min: 1, max: 100, fallback: 3 }),
  ...others,
  masterJournal: flag.switch("a restarted master goes on with the job"),
  serve: flag.switch("start the job's master alone, and tell how to start workers by hand"),
};

export type MapReduceContext = RunContext<typeof mapReduceFlags>;

/** Nodes run in the root of the repository, wherever the command was given. */
export function inputsOf({ options }: MapReduceContext): string {
  const { inputs } = options;
  if (inputs === undefined) return join(repositoryRoot, "inputs/mapreduce/*.txt");
  return absolutePath(inputs);
}
