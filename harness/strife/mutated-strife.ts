/** Strife as `harness/mutants.ts` runs it: the wrong ones and the right one. */
import type { Mutant } from "../kit/mutant.ts";
import type { MutatedSystem } from "../kit/mutant-run.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { probe } from "./probes.ts";
import { strifeConditions, strifeProblem } from "./simulation.ts";
import { loadMutatedPrograms, rightPrograms, type StrifePrograms } from "./strife-programs.ts";

export const mutatedStrife: MutatedSystem<Mutant, StrifePrograms> = {
  name: "strife",
  title: "Strife, the payment gateway",
  load: loadMutatedPrograms,
  probe: (_, programs) => ignoreRejections(async () => probe(programs)),
  simulation: (_, programs) => ({
    problem: strifeProblem(programs),
    conditions: strifeConditions,
  }),
  right: [{ words: [], probe: () => ignoreRejections(async () => probe(rightPrograms)) }],
  entry: () => "gateway.ts",
};
