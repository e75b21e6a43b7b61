/** The programs of the branch bank as the harness runs them: the right ones, or a mutant's. */
import { startBranch } from "../../nodes/branches/branch.ts";
import { Customer } from "../../nodes/branches/customer.ts";

export const rightPrograms = { startBranch, Customer };

export type BankPrograms = typeof rightPrograms;
