import { describe, expect, test } from "bun:test";
import { modes } from "../../nodes/branches/mode.ts";
import { conditionsOf, defaultSimulation } from "../kit/simulation-flags.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { type Conditions, drawPlan } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { formatTrace } from "../sim/trace.ts";
import { bankConditions, bankFaultKinds } from "./simulated-bank.ts";
import { bankProblem } from "./simulation.ts";

function conditionsFor(network = "lan"): Conditions {
  return bankConditions(conditionsOf({ ...defaultSimulation, network }, bankFaultKinds()));
}

describe("the bank keeps its promises under every kind of fault", () => {
  for (const mode of modes) {
    const problem = bankProblem(mode);
    test(mode, async () => {
      const conditions = conditionsFor();
      const { failed, undecided } = await runSeeds(problem, { from: 1, count: 60, conditions });
      expect(failed).toEqual([]);
      expect(undecided).toEqual([]);
    });

    test(`${mode}, on a network that loses a tenth of all messages`, async () => {
      const conditions = conditionsFor("mit-unreliable");
      const { failed, undecided } = await runSeeds(problem, { from: 1, count: 10, conditions });
      expect(failed).toEqual([]);
      expect(undecided).toEqual([]);
    });
  }
});

// A branch that had lost what two others told it was asked by each to wait for the other.
test("a branch that lost updates of two origins gets both", async () => {
  const options = { from: 38, count: 1, conditions: conditionsFor() };
  const { failed } = await runSeeds(bankProblem("sessions"), options);
  expect(failed).toEqual([]);
});

test("a seed runs the bank twice alike, to the byte of the trace", async () => {
  await ignoreRejections(async () => {
    for (const [place, mode] of modes.entries()) {
      const seed = place + 1;
      const problem = bankProblem(mode);
      const trace = () => {
        const plan = drawPlan(problem, seed, conditionsFor());
        const result = runSchedule(problem, plan, seed, conditionsFor(), { traced: true });
        return formatTrace(result.trace);
      };
      const first = trace();
      expect(first.length).toBeGreaterThan(1_000);
      expect(trace() === first, mode).toBe(true);
    }
  });
});
