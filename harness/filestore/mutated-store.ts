/** The file store as `harness/mutants.ts` runs it: its wrong nodes and its right ones. */
import type { MutatedSystem } from "../kit/mutant-run.ts";
import type { Mutant } from "../mutants/filestore/mutant.ts";
import { probe } from "./probes.ts";
import { storeConditions } from "./simulated-store.ts";
import { allStores, fileStoreProblem, type StoreUnderTest } from "./simulation.ts";
import { loadMutatedPrograms, rightPrograms, type StorePrograms } from "./store-programs.ts";

export const mutatedStore: MutatedSystem<Mutant, StorePrograms> = {
  name: "filestore",
  title: "the file store",
  load: loadMutatedPrograms,
  probe: (mutant, programs) => probe(storeOf(mutant), programs),
  simulation: (mutant, programs) => {
    const store = storeOf(mutant);
    const problem = fileStoreProblem(store, programs);
    return { problem, conditions: (usual) => storeConditions(store, usual) };
  },
  right: allStores.map((store) => ({
    words: ["--protocol", store.protocol, "--consistency", store.consistency],
    probe: () => probe(store, rightPrograms),
  })),
  entry: ({ protocol }) => `replica-${protocol}.ts`,
};

function storeOf({ protocol, consistency }: Mutant): StoreUnderTest {
  return { protocol, consistency: consistency ?? "regular" };
}
