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

/**
 * The wall clock is only looked at when the master starts. Workers of a shared folder never talk to
 * one another, so that a ring or a bridge cuts nothing there.
 */
export function jobFaultKinds({ sharedNothing }: { readonly sharedNothing: boolean }): FaultKind[] {
  const strikesNothing = ["clock-step", ...(sharedNothing ? [] : ["ring", "bridge"])];
  return faultKinds.filter((kind) => !strikesNothing.includes(kind));
}

export function jobConditions(usual: Conditions): Conditions {
  return { ...usual, quietMs: 500 };
}
