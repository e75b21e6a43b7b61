/** Strife as `harness/sim.ts` and `harness/mutants.ts` run it. */
import type { SimulatedSystem } from "../kit/simulation-command.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import { strifeConditions, strifeProblem } from "./simulation.ts";

export const simulatedStrife: SimulatedSystem<Record<never, never>> = {
  name: "strife",
  summary: "Payments between banks on the simulated host, under faults.",
  flags: {},
  problem: () => strifeProblem(),
  faultKinds: () => faultKinds,
  conditions: (_, usual) => strifeConditions(usual),
  hidden: new Set(["Audit", "ListKeys"]),
};
