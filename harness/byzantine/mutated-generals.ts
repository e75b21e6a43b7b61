/** The generals as `harness/mutants.ts` runs them: the wrong ones and the right ones. */
import type { Edit } from "../kit/mutant.ts";
import type { MutatedSystem } from "../kit/mutant-run.ts";
import { loadMutatedModules } from "../kit/mutated-nodes.ts";
import type { Mutant } from "../mutants/byzantine/mutant.ts";
import { type GeneralPrograms, rightPrograms } from "./general-programs.ts";
import { probe } from "./probes.ts";
import { generalsConditions, generalsProblem } from "./simulation.ts";

export const mutatedGenerals: MutatedSystem<Mutant, GeneralPrograms> = {
  name: "byzantine",
  title: "the Byzantine generals",
  load,
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

async function load(edits: readonly Edit[]): Promise<GeneralPrograms> {
  const names = ["camp", "conditions", "consistency", "general", "traitor"];
  const modules = await loadMutatedModules("byzantine", edits, names);
  const exported = new Map(modules.flatMap((module) => Object.entries(module)));
  const entries = Object.keys(rightPrograms).map((name) => [name, exported.get(name)]);
  return Object.fromEntries(entries) as GeneralPrograms;
}
