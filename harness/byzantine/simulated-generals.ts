/** The generals as `harness/sim.ts` and `harness/mutants.ts` run them. */
import { algorithms, armyProblem, limits } from "../../nodes/byzantine/conditions.ts";
import { flag, UsageError } from "../../nodes/host/flags.ts";
import type { SimulatedSystem } from "../kit/simulation-command.ts";
import { generalsConditions, generalsProblem } from "./simulation.ts";

const flags = {
  algorithm: flag.choice("how they come to an agreement", algorithms, "oral"),
  generals: flag.integer("n, the commander among them", {
    min: 2,
    max: limits.generals,
    fallback: 7,
  }),
  traitors: flag.integer("t, how many are traitors at most", {
    min: 0,
    max: limits.traitors,
    fallback: 2,
  }),
};

/** Faults would make more generals faulty than are counted: here traitors alone do harm. */
export const simulatedGenerals: SimulatedSystem<typeof flags> = {
  name: "byzantine",
  summary: "Byzantine generals under seeded traitors on the simulated host.",
  flags,
  problem({ algorithm, generals, traitors }) {
    const problem = armyProblem({ generals, traitors });
    if (problem !== undefined) throw new UsageError(problem);
    return generalsProblem({ algorithm, generals, most: traitors });
  },
  faultKinds: () => [],
  conditions: (_, usual) => generalsConditions(usual),
  hidden: new Set(["Greet", "Enlist"]),
};
