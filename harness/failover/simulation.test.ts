import { describe, expect, test } from "bun:test";
import { guarantees } from "../../nodes/failover/guarantee.ts";
import { conditionsOf, defaultSimulation } from "../kit/simulation-flags.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { failoverConditions, failoverFaultKinds } from "./simulated-store.ts";
import { failoverProblem, type StoreSizes } from "./simulation.ts";

async function failuresOf(sizes: StoreSizes, from: number, count: number, network = "lan") {
  const usual = conditionsOf({ ...defaultSimulation, network }, failoverFaultKinds(sizes));
  const conditions = failoverConditions(usual);
  const { failed, undecided } = await runSeeds(failoverProblem(sizes), { from, count, conditions });
  return [...failed, ...undecided];
}

describe("the fail-over store keeps its guarantee under every kind of fault", () => {
  for (const guarantee of guarantees) {
    test(`${guarantee}: three servers, 250 schedules`, async () => {
      expect(await failuresOf({ servers: 3, guarantee }, 1, 250)).toEqual([]);
    });

    test(`${guarantee}: five servers, 30 schedules`, async () => {
      expect(await failuresOf({ servers: 5, guarantee }, 1, 30)).toEqual([]);
    });

    test(`${guarantee}: a network that loses a tenth of all messages`, async () => {
      expect(await failuresOf({ servers: 3, guarantee }, 1, 20, "mit-unreliable")).toEqual([]);
    });
  }
});
