/** Runs one mutant until a check that must see it fails. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Check, combine } from "../check/verdict.ts";
import { repositoryRoot } from "../kit/repository.ts";
import { conditionsOf, defaultSimulation } from "../kit/simulation-flags.ts";
import type { Mutant } from "../mutants/filestore/mutant.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { probe } from "./probes.ts";
import { storeConditions } from "./simulated-store.ts";
import { fileStoreProblem, type StoreUnderTest } from "./simulation.ts";
import { loadMutatedPrograms } from "./store-programs.ts";

export interface MutantResult {
  readonly name: string;
  /** The check that saw it, with what it saw; null when none of those that must has. */
  readonly caughtBy: Check | null;
  /** Schedules that it took; 0 when a probe saw it. */
  readonly seeds: number;
  readonly seconds: number;
}

const folder = join(repositoryRoot, "harness/mutants/filestore");

/** All mutants by the names of their files, in order. */
export async function loadMutants(): Promise<ReadonlyMap<string, Mutant>> {
  const names = (await readdir(folder)).filter((name) => name !== "mutant.ts").sort();
  const load = async (name: string) => {
    const { mutant } = await import(join(folder, name));
    return [name.replace(/\.ts$/, ""), mutant as Mutant] as const;
  };
  return new Map(await Promise.all(names.map(load)));
}

export function storeOf({ protocol, consistency }: Mutant): StoreUnderTest {
  return { protocol, consistency: consistency ?? "regular" };
}

/** @param seedsAtMost after so many schedules it counts as not caught */
export async function runMutant(
  name: string,
  mutant: Mutant,
  seedsAtMost: number,
): Promise<MutantResult> {
  const startedAt = performance.now();
  const store = storeOf(mutant);
  const programs = await loadMutatedPrograms(mutant.edits);
  const seen = (checks: readonly Check[]) =>
    checks.find((each) => each.verdict === "FAIL" && mutant.caughtBy.includes(each.name));
  const result = (caughtBy: Check | undefined, seeds: number): MutantResult => {
    const seconds = (performance.now() - startedAt) / 1_000;
    return { name, caughtBy: caughtBy ?? null, seeds, seconds };
  };
  const probes = await probe(store, programs);
  if (combine([...probes]) === "FAIL") return result(seen(probes), 0);
  const kinds = faultKinds.filter((kind) => mutant.faults.includes(kind));
  const usual = conditionsOf({ ...defaultSimulation, faults: kinds }, kinds);
  const conditions = storeConditions(store, usual);
  const problem = fileStoreProblem(store, programs);
  for (let from = 1; from <= seedsAtMost; ) {
    const count = seedsAtMost - from + 1;
    const { failed, schedules } = await runSeeds(problem, { from, count, conditions });
    const caughtBy = seen(failed[0]?.checks ?? []);
    if (caughtBy !== undefined) return result(caughtBy, from + schedules - 1);
    from += schedules;
  }
  return result(undefined, seedsAtMost);
}
