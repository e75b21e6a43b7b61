/** The file store as `harness/sim.ts` runs it: its flags, its problems, its conditions. */
import { flag } from "../../nodes/host/flags.ts";
import type { SimulatedSystem } from "../kit/simulation-command.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import type { FaultKind } from "../sim/fault-plan.ts";
import type { Conditions } from "../sim/plan.ts";
import { fileStoreProblem, type StoreUnderTest } from "./simulation.ts";

const storeFlags = {
  protocol: flag.choice(
    "what the replicas speak",
    ["blocking", "nonblocking", "quorum"],
    "blocking",
  ),
  consistency: flag.choice(
    "what clients of the quorum protocol promise",
    ["regular", "linearizable"],
    "regular",
  ),
};

export const simulatedFileStore: SimulatedSystem<typeof storeFlags> = {
  name: "filestore",
  summary: "The replicated file store on the simulated host, under faults.",
  flags: storeFlags,
  problem: (options) => fileStoreProblem(options),
  faultKinds: storeFaultKinds,
  conditions: storeConditions,
  hidden: new Set(["Heartbeat"]),
};

/** Replicas of the linearizable quorum protocol never look at their wall clocks. */
export function storeFaultKinds({ protocol, consistency }: StoreUnderTest): FaultKind[] {
  const readsNoClock = protocol === "quorum" && consistency === "linearizable";
  return faultKinds.filter((kind) => !(readsNoClock && kind === "clock-step"));
}

/** Quorum: clients make the versions, so their clocks are far apart. */
export function storeConditions({ protocol }: StoreUnderTest, usual: Conditions): Conditions {
  return { ...usual, quietMs: 1_500, skewMs: protocol === "quorum" ? 5_000 : usual.skewMs };
}
