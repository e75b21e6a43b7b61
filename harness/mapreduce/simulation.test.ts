import { expect, test } from "bun:test";
import { conditionsOf, defaultSimulation } from "../kit/simulation-flags.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { drawPlan } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { formatTrace } from "../sim/trace.ts";
import { jobConditions, jobFaultKinds } from "./simulated-job.ts";
import { jobProblem } from "./simulation.ts";

for (const sharedNothing of [false, true]) {
  const problem = jobProblem({ sharedNothing });
  for (const network of ["lan", "mit-unreliable"]) {
    test(`${problem.name}, ${network}: the job ends with whole outputs`, async () => {
      const options = { ...defaultSimulation, network };
      const conditions = jobConditions(conditionsOf(options, jobFaultKinds({ sharedNothing })));
      const { failed, undecided } = await runSeeds(problem, { from: 1, count: 25, conditions });
      expect(failed).toEqual([]);
      expect(undecided).toEqual([]);
    });
  }
}

test("every task runs exactly once when nothing fails, in 25 orders of messages", async () => {
  const problem = jobProblem({ sharedNothing: false, undisturbed: true });
  const conditions = jobConditions(conditionsOf(defaultSimulation, []));
  const { failed, undecided } = await runSeeds(problem, { from: 1, count: 25, conditions });
  expect(failed).toEqual([]);
  expect(undecided).toEqual([]);
});

test("a seed runs a job twice alike, to the byte of the trace", async () => {
  await ignoreRejections(async () => {
    const problem = jobProblem({ sharedNothing: true });
    const kinds = jobFaultKinds({ sharedNothing: true });
    const conditions = jobConditions(conditionsOf(defaultSimulation, kinds));
    const trace = () => {
      const plan = drawPlan(problem, 7, conditions);
      return formatTrace(runSchedule(problem, plan, 7, conditions, { traced: true }).trace);
    };
    const first = trace();
    expect(first.length).toBeGreaterThan(1_000);
    expect(trace() === first).toBe(true);
  });
});
