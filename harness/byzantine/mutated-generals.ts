/** The generals as `harness/mutants.ts` runs them: the wrong ones and the right ones. */
import type { MutatedSystem } from "../kit/mutant-run.ts";
import type { Mutant } from "../mutants/byzantine/mutant.ts";
import { type GeneralPrograms, loadMutatedPrograms, rightPrograms } from "./general-programs.ts";
import { probe } from "./probes.ts";
import { generalsConditions, generalsProblem } from "./simulation.ts";

export const mutatedGenerals: MutatedSystem<Mutant, GeneralPrograms> = {
  name: "byzantine",
  title: "the Byzantine generals",
  load: loadMutatedPrograms,
  probe: async (_, programs) => probe(programs),
  simulation: (mutant, programs) => {
    return { problem: generalsProblem(mutant, programs), conditions: generalsConditions };
  },
  right: (["oral", "signed", "phase-king"] as const).map((algorithm) => ({
    words: ["--algorithm", algorithm],
    probe: async () => probe(rightPrograms),
  })),
  entry: () => "general.ts",
};
