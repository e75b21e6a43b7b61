/** The fail-over store as `harness/sim.ts` runs it: its flags, its problems, its conditions. */
import { guarantees } from "../../nodes/failover/guarantee.ts";
import { flag } from "../../nodes/host/flags.ts";
import type { SimulatedSystem } from "../kit/simulation-command.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import type { FaultKind } from "../sim/fault-plan.ts";
import type { Conditions } from "../sim/plan.ts";
import { failoverProblem, type StoreSizes } from "./simulation.ts";

const storeFlags = {
  guarantee: flag.choice("what the servers promise", guarantees, guarantees[0]),
  servers: flag.integer("how many servers", { min: 1, max: 9, fallback: 3 }),
};

export const simulatedFailover: SimulatedSystem<typeof storeFlags> = {
  name: "failover",
  summary: "The fail-over key-value store on the simulated host, under faults.",
  flags: storeFlags,
  problem: (options) => failoverProblem(options),
  faultKinds: failoverFaultKinds,
  conditions: (_, usual) => failoverConditions(usual),
  hidden: new Set(["Heartbeat"]),
};

/** These split the network, against which only a majority is safe. */
const partitions: readonly FaultKind[] = ["partition", "one-way", "bridge", "ring", "isolate"];

/** No server looks at its wall clock. */
export function failoverFaultKinds({ guarantee }: Pick<StoreSizes, "guarantee">): FaultKind[] {
  return faultKinds.filter(
    (kind) => kind !== "clock-step" && (guarantee === "majority" || !partitions.includes(kind)),
  );
}

export function failoverConditions(usual: Conditions): Conditions {
  return { ...usual, quietMs: 1_500 };
}
