import { describe, expect, test } from "bun:test";
import { conditionsOf, defaultSimulation } from "../kit/simulation-flags.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { type Conditions, drawPlan } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { formatTrace } from "../sim/trace.ts";
import { storeConditions, storeFaultKinds } from "./simulated-store.ts";
import { allStores, fileStoreProblem, type StoreUnderTest } from "./simulation.ts";

function conditionsFor(store: StoreUnderTest, network = "lan"): Conditions {
  const options = { ...defaultSimulation, network };
  return storeConditions(store, conditionsOf(options, storeFaultKinds(store)));
}

describe("the file store keeps its promises under every kind of fault", () => {
  for (const store of allStores) {
    const problem = fileStoreProblem(store);
    test(problem.name, async () => {
      const conditions = conditionsFor(store);
      const { failed, undecided } = await runSeeds(problem, { from: 1, count: 40, conditions });
      expect(failed).toEqual([]);
      expect(undecided).toEqual([]);
    });

    test(`${problem.name}, on a network that loses a tenth of all messages`, async () => {
      const conditions = conditionsFor(store, "mit-unreliable");
      const { failed, undecided } = await runSeeds(problem, { from: 1, count: 10, conditions });
      expect(failed).toEqual([]);
      expect(undecided).toEqual([]);
    });
  }
});

test("a seed runs the file store twice alike, to the byte of the trace, for 50 seeds", async () => {
  await ignoreRejections(async () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const store = allStores[seed % allStores.length];
      if (store === undefined) throw new Error("there is no store");
      const conditions = { ...conditionsFor(store), operations: 20, horizonMs: 1_000 };
      const problem = fileStoreProblem(store);
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
