/** The programs of the balancer as the harness runs them: the right ones, or a mutant's. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBackend } from "../../nodes/balancer/backend.ts";
import { BackendList } from "../../nodes/balancer/backend-list.ts";
import { startBalancer } from "../../nodes/balancer/balancer.ts";
import { choose } from "../../nodes/balancer/choose.ts";
import { openClient } from "../../nodes/balancer/client-flags.ts";
import { believable } from "../../nodes/balancer/load.ts";
import { policies } from "../../nodes/balancer/policies.ts";
import type { Edit } from "../kit/mutant.ts";
import { writeMutatedNodes } from "../kit/mutated-nodes.ts";

export const rightPrograms = {
  startBalancer,
  startBackend,
  openClient,
  BackendList,
  choose,
  policies,
  believable,
};

export type Programs = typeof rightPrograms;

/** The programs with some edits; they share the host, and so its errors, with the right ones. */
export async function loadMutatedPrograms(edits: readonly Edit[]): Promise<Programs> {
  const folder = await mkdtemp(join(tmpdir(), "proctor-mutant-"));
  try {
    await writeMutatedNodes("balancer", edits, folder);
    const load = (name: string) => import(join(folder, "nodes/balancer", `${name}.ts`));
    const modules = ["balancer", "backend", "client-flags", "backend-list", "choose", "policies"];
    const loaded = await Promise.all([...modules, "load"].map(load));
    const all = Object.assign({}, ...loaded);
    const names = Object.keys(rightPrograms);
    return Object.fromEntries(names.map((name) => [name, all[name]])) as Programs;
  } finally {
    await rm(folder, { recursive: true });
  }
}
