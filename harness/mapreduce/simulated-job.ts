/** MapReduce as `harness/sim.ts` runs it: its flags, its problem, its conditions. */
import { flag } from "../../nodes/host/flags.ts";
import type { SimulatedSystem } from "../kit/simulation-command.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import type { FaultKind } from "../sim/fault-plan.ts";
import type { Conditions } from "../sim/plan.ts";
import { jobProblem } from "./simulation.ts";

const jobFlags = { sharedNothing: flag.switch("reducers fetch map outputs from the mappers") };

export const simulatedJob: SimulatedSystem<typeof jobFlags> = {
  name: "mapreduce",
  summary: "A MapReduce job on the simulated host, under faults.",
  flags: jobFlags,
  problem: (options) => jobProblem(options),
  faultKinds: jobFaultKinds,
  conditions: (_options, usual) => jobConditions(usual),
  hidden: new Set(["Heartbeat", "Status"]),
};

/** Workers of a shared folder never talk to one another, so that a ring cuts nothing. */
export function jobFaultKinds({ sharedNothing }: { readonly sharedNothing: boolean }): FaultKind[] {
  return faultKinds.filter((kind) => sharedNothing || !["ring", "bridge"].includes(kind));
}

export function jobConditions(usual: Conditions): Conditions {
  return { ...usual, quietMs: 500 };
}
