/**
 * Examines the system: jobs that nobody disturbs, and jobs in which workers are killed or stopped,
 * the master is restarted, map outputs vanish, and the application fails.
 */
import { join } from "node:path";
import { applicationPath } from "../../nodes/mapreduce/application-path.ts";
import type { JobStatus } from "../../nodes/mapreduce/protocol.ts";
import type { Check } from "../check/verdict.ts";
import type { FlagValues } from "../kit/node-command.ts";
import { badApplication } from "./bad-application.ts";
import {
  type Disturbance,
  killInTheMiddle,
  restartTheMaster,
  stopAndWake,
  vanishAfterMapping,
} from "./disturbances.ts";
import { inputsOf, type MapReduceContext, type scenarioNames } from "./flags.ts";
import { JobRun } from "./job-run.ts";
import { judgeIntermediates } from "./judge-intermediates.ts";
import { judgeCounters, judgeEnds, judgeOnce, judgeSuccess } from "./judge-job.ts";
import { judgeOutput, readParts } from "./judge-output.ts";
import { runSequentially } from "./sequential.ts";
import { workersTable } from "./show-job.ts";

export const slowWordCount = "harness/mapreduce/applications/slow-word-count.ts";

interface Scenario {
  /** Begins the names of its checks and of its nodes. */
  readonly name: Exclude<(typeof scenarioNames)[number], "fail">;
  readonly title: string;
  readonly app: string;
  readonly master?: FlagValues;
  /** What is done to it; what it returns tells whether that struck. */
  readonly disturb?: Disturbance;
}

/** Short, so that a silent worker is noticed soon. */
const leaseMs = "500ms";

const scenarios: readonly Scenario[] = [
  { name: "count", title: "word count", app: "word-count", master: { keepFolder: true } },
  {
    name: "index",
    title: "inverted index, nothing shared",
    app: "inverted-index",
    master: { sharedNothing: true },
  },
  {
    name: "kill",
    title: "one worker is killed while it maps, one while it reduces",
    app: slowWordCount,
    disturb: killInTheMiddle,
  },
  {
    name: "stop",
    title: "a worker is stopped while it maps, and wakes up when another has done its task",
    app: slowWordCount,
    disturb: stopAndWake,
  },
  {
    name: "restart",
    title: "the master is killed and restarted",
    app: slowWordCount,
    master: { journal: true },
    disturb: restartTheMaster,
  },
  {
    name: "gone",
    title: "nothing is shared, and a worker dies with its map outputs",
    app: slowWordCount,
    master: { sharedNothing: true },
    disturb: vanishAfterMapping,
  },
];

export async function examine(context: MapReduceContext): Promise<void> {
  const { scenarios: only } = context.options;
  for (const scenario of scenarios.filter(({ name }) => only?.includes(name) ?? true)) {
    context.progress(scenario.title);
    const checks = await runScenario(context, scenario);
    context.check(
      ...checks.map((check) => ({ ...check, name: `${scenario.name}: ${check.name}` })),
    );
  }
  if (only?.includes("fail") ?? true) await badApplication(context);
}

async function runScenario(context: MapReduceContext, scenario: Scenario): Promise<Check[]> {
  const { options, cluster, host, folder } = context;
  const { mapTasks, reduceTasks, workers } = options;
  const inputs = inputsOf(context);
  const { name, title, app, disturb } = scenario;
  const output = join(folder.path, "outputs", name);
  const lease = disturb === undefined ? {} : { leaseMs };
  const master = { app, inputs, mapTasks, reduceTasks, output, ...lease, ...scenario.master };
  const place = { cluster, host, directory: folder.path };
  const run = await JobRun.start(place, { name, master, workers });
  const struck = await disturb?.(run);
  const status: JobStatus = await run.finish();
  context.table(`${title}: attempts, by what became of them`, workersTable(status));
  const success = judgeSuccess(status);
  if (status.state !== "succeeded") return [success];
  const expected = await runSequentially(applicationPath(app), inputs);
  return [
    success,
    ...(struck === undefined ? [judgeOnce(status)] : [struck(status)]),
    ...judgeOutput(await readParts(output), reduceTasks, expected),
    judgeCounters(status, inputs),
    ...(scenario.master?.["keepFolder"] === true
      ? [await judgeIntermediates(output, options)]
      : []),
    await judgeEnds(run, reduceTasks),
  ];
}
