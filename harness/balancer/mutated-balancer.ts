/** The balancer as `harness/mutants.ts` runs it: its wrong nodes and its right ones. */

import type { Mutant } from "../kit/mutant.ts";
import type { MutatedSystem } from "../kit/mutant-run.ts";
import { loadMutatedPrograms, type Programs, rightPrograms } from "./balancer-programs.ts";
import { probe } from "./probes.ts";
import { balancerConditions } from "./simulated-balancer.ts";
import { balancerProblem } from "./simulation.ts";

export const mutatedBalancer: MutatedSystem<Mutant, Programs> = {
  name: "balancer",
  title: "the look-aside load balancer",
  load: loadMutatedPrograms,
  probe: (_, programs) => probe(programs),
  simulation: (_, programs) => ({
    problem: balancerProblem(programs),
    conditions: balancerConditions,
  }),
  right: [{ words: [], probe: () => probe(rightPrograms) }],
  entry: ({ edits }) => (edits[0]?.file.startsWith("backend.") ? "backend.ts" : "balancer.ts"),
};
