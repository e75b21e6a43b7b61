/** The programs of the branch bank as the harness runs them: the right ones, or a mutant's. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBranch } from "../../nodes/branches/branch.ts";
import { Customer } from "../../nodes/branches/customer.ts";
import type { Edit } from "../kit/mutant.ts";
import { writeMutatedNodes } from "../kit/mutated-nodes.ts";

export const rightPrograms = { startBranch, Customer };

export type BankPrograms = typeof rightPrograms;

/** The programs with some edits; they share the host, and so its errors, with the right ones. */
export async function loadMutatedPrograms(edits: readonly Edit[]): Promise<BankPrograms> {
  const folder = await mkdtemp(join(tmpdir(), "proctor-mutant-"));
  try {
    await writeMutatedNodes("branches", edits, folder);
    const load = (name: string) => import(join(folder, "nodes/branches", `${name}.ts`));
    const [branch, customer] = await Promise.all(["branch", "customer"].map(load));
    return { startBranch: branch.startBranch, Customer: customer.Customer };
  } finally {
    await rm(folder, { recursive: true });
  }
}
