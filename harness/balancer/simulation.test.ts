import { expect, test } from "bun:test";
import { conditionsOf, defaultSimulation } from "../kit/simulation-flags.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { drawPlan } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { formatTrace } from "../sim/trace.ts";
import { balancerConditions, balancerFaultKinds } from "./simulated-balancer.ts";
import { balancerProblem } from "./simulation.ts";

const problem = balancerProblem();
const conditionsFor = (network: string) =>
  balancerConditions(conditionsOf({ ...defaultSimulation, network }, balancerFaultKinds));

test("the balancer keeps its promises under every kind of fault", async () => {
  const conditions = conditionsFor("lan");
  const { failed, undecided } = await runSeeds(problem, { from: 1, count: 80, conditions });
  expect(failed).toEqual([]);
  expect(undecided).toEqual([]);
});

test("the balancer keeps its promises where a tenth of all messages is lost", async () => {
  const conditions = conditionsFor("mit-unreliable");
  const { failed, undecided } = await runSeeds(problem, { from: 1, count: 15, conditions });
  expect(failed).toEqual([]);
  expect(undecided).toEqual([]);
});

test("a seed runs twice alike, to the byte of the trace", async () => {
  await ignoreRejections(async () => {
    const conditions = { ...conditionsFor("lan"), operations: 20, horizonMs: 1_000 };
    for (let seed = 1; seed <= 10; seed += 1) {
      const trace = () => {
        const plan = drawPlan(problem, seed, conditions);
        return formatTrace(runSchedule(problem, plan, seed, conditions, { traced: true }).trace);
      };
      const first = trace();
      expect(first.length).toBeGreaterThan(1_000);
      expect(trace() === first, `seed ${seed}`).toBe(true);
    }
  });
});
