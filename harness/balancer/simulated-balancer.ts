/** The balancer as `harness/sim.ts` runs it. */
import type { SimulatedSystem } from "../kit/simulation-command.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import type { FaultKind } from "../sim/fault-plan.ts";
import type { Conditions } from "../sim/plan.ts";
import { balancerProblem } from "./simulation.ts";

export const simulatedBalancer: SimulatedSystem<Record<never, never>> = {
  name: "balancer",
  summary: "Two look-aside balancers, backends and clients on the simulated host, under faults.",
  flags: {},
  problem: () => balancerProblem(),
  faultKinds: () => balancerFaultKinds,
  conditions: (_, usual) => balancerConditions(usual),
  hidden: new Set(["Report"]),
};

/** Wall clocks and disks are used once a start, so that little else can strike them. */
export const balancerFaultKinds: readonly FaultKind[] = faultKinds.filter(
  (kind) => !/^disk-|^clock-step$|^slow-disk$/.test(kind),
);

/** Quiet for longer than a lease, so that whoever is silent is off the lists. */
export function balancerConditions(usual: Conditions): Conditions {
  return { ...usual, quietMs: 1_500 };
}
