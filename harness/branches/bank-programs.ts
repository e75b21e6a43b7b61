/** The programs of the branch bank as the harness runs them: the right ones, or a mutant's. */
import { startBranch } from "../../nodes/branches/branch.ts";
import { Customer } from "../../nodes/branches/customer.ts";
import type { Edit } from "../kit/mutant.ts";
import { loadPrograms } from "../kit/mutated-nodes.ts";

export const rightPrograms = { startBranch, Customer };

export type BankPrograms = typeof rightPrograms;

/** The programs with some edits. */
export const loadMutatedPrograms = (edits: readonly Edit[]): Promise<BankPrograms> =>
  loadPrograms<BankPrograms>("branches", edits, {
    startBranch: "branch",
    Customer: "customer",
  });
