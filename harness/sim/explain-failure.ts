/** What a person needs of a seed that failed: the smallest schedule that still fails, drawn. */

import { drawDiagram } from "./diagram.ts";
import { describeFault } from "./fault-plan.ts";
import { formatHistory } from "./format-history.ts";
import { ignoreRejections } from "./ignore-rejections.ts";
import { type Conditions, drawPlan, type Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { runSchedule } from "./run-schedule.ts";
import { replayFlags, type Shrunk, shrink } from "./shrink.ts";

export interface ExplainOptions {
  readonly conditions: Conditions;
  /** What replays a seed, up to `--seed`, such as `bun run harness/sim.ts filestore`. */
  readonly command: string;
  /** Remote methods that the diagram leaves out, such as `Heartbeat`. */
  readonly hidden?: ReadonlySet<string>;
}

export interface Explanation extends Shrunk {
  /** The command that replays the shrunk schedule. */
  readonly replay: string;
  /** Everything as text, ready to be printed. */
  readonly text: string;
}

/** Undefined when the seed does not fail. */
export function explainFailure<State>(
  problem: Problem<State>,
  seed: number,
  options: ExplainOptions,
): Promise<Explanation | undefined> {
  return ignoreRejections(async () => explain(problem, seed, options));
}

function explain<State>(
  problem: Problem<State>,
  seed: number,
  { conditions, command, hidden = new Set() }: ExplainOptions,
): Explanation | undefined {
  const drawn = drawPlan(problem, seed, conditions);
  const run = (plan: Plan, traced: boolean) =>
    runSchedule(problem, plan, seed, conditions, { traced });
  const failureOf = (plan: Plan) =>
    run(plan, false).checks.find(({ verdict }) => verdict === "FAIL")?.name;
  if (failureOf(drawn) === undefined) return undefined;
  const shrunk = shrink(drawn, failureOf);
  const replay = `${command} ${replayFlags(seed, shrunk.selection)}`;
  const { plan } = shrunk;
  const { checks, trace, history } = run(plan, true);
  const evidence = checks.filter(({ verdict }) => verdict === "FAIL");
  const clients = new Set(plan.operations.map(({ client }) => client));
  const nodes = [...[...clients].sort(), ...problem.nodes.map(({ id }) => id).sort()];
  const text = [
    ...evidence.map(({ name, evidence }) => `FAIL ${name}: ${evidence}`),
    `Shrunk from ${drawn.operations.length} operations and ${drawn.faults.length} faults to ` +
      `${plan.operations.length} and ${plan.faults.length} in ${shrunk.runs} runs.`,
    `Replay: ${replay}`,
    ...plan.faults.map((fault) => `Fault: ${describeFault(fault)}`),
    "",
    drawDiagram(trace, { nodes, hidden }),
    formatHistory(history),
  ].join("\n");
  return { ...shrunk, replay, text };
}
