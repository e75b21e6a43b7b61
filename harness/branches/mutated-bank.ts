/** The branch bank as `harness/mutants.ts` runs it: its wrong nodes and its right ones. */
import { modes } from "../../nodes/branches/mode.ts";
import type { MutatedSystem } from "../kit/mutant-run.ts";
import type { Mutant } from "../mutants/branches/mutant.ts";
import { type BankPrograms, loadMutatedPrograms } from "./bank-programs.ts";
import { bankConditions } from "./simulated-bank.ts";
import { bankProblem } from "./simulation.ts";

export const mutatedBank: MutatedSystem<Mutant, BankPrograms> = {
  name: "branches",
  title: "the branch bank",
  load: loadMutatedPrograms,
  simulation: ({ mode }, programs) => {
    return { problem: bankProblem(mode, programs), conditions: bankConditions };
  },
  right: modes.map((mode) => ({ words: ["--mode", mode] })),
  entry: () => "branch.ts",
};
