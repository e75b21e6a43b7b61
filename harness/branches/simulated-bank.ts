/** The branch bank as `harness/sim.ts` runs it: its flags, its problems, its conditions. */
import { modes } from "../../nodes/branches/mode.ts";
import { flag } from "../../nodes/host/flags.ts";
import type { SimulatedSystem } from "../kit/simulation-command.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import type { Conditions } from "../sim/plan.ts";
import { customersAtMost } from "./simulated-money.ts";
import { bankProblem } from "./simulation.ts";

const bankFlags = {
  mode: flag.choice("what is promised", modes, "balance"),
};

export const simulatedBank: SimulatedSystem<typeof bankFlags> = {
  name: "branches",
  summary: "The branch bank on the simulated host, under faults.",
  flags: bankFlags,
  problem: ({ mode }) => bankProblem(mode),
  faultKinds: bankFaultKinds,
  conditions: (_options, usual) => bankConditions(usual),
  hidden: new Set(),
};

/** No branch ever looks at its wall clock. */
export function bankFaultKinds() {
  return faultKinds.filter((kind) => kind !== "clock-step");
}

/** Every update of a schedule has a power of two of its own, and an int64 has 63 of them. */
export function bankConditions(usual: Conditions): Conditions {
  return { ...usual, clients: Math.min(usual.clients, customersAtMost), quietMs: 1_500 };
}
