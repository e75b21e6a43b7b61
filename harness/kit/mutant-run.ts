/** Runs one mutant until a check that must see it fails. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Check } from "../check/verdict.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import type { Conditions } from "../sim/plan.ts";
import type { Problem } from "../sim/problem.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import type { Edit, Mutant } from "./mutant.ts";
import { repositoryRoot } from "./repository.ts";
import { conditionsOf, defaultSimulation } from "./simulation-flags.ts";

/** A system that has mutants, in `harness/mutants/<name>/`, a file each that exports `mutant`. */
export interface MutatedSystem<M extends Mutant = Mutant, Programs = unknown> {
  /** Of its folder in `nodes/`. */
  readonly name: string;
  /** For `--help`: of what the wrong nodes are. */
  readonly title: string;
  /** What the harness runs of the system, with some edits; with none, what is right. */
  load(edits: readonly Edit[]): Promise<Programs>;
  /** Checks that need no schedule. */
  probe?(mutant: M, programs: Programs): Promise<readonly Check[]>;
  /** What the simulation runs after the probes; undefined where probes alone must see it. */
  simulation(mutant: M, programs: Programs): MutantSimulation | undefined;
  /** The worlds of the right nodes, in which no check may fail. */
  readonly right: readonly RightWorld[];
  /** The file in the system's folder that is started to try the mutant by hand. */
  entry(mutant: M): string;
}

export interface MutantSimulation {
  readonly problem: Problem;
  /** The usual conditions, fitted to the system. */
  conditions(usual: Conditions): Conditions;
}

export interface RightWorld {
  /** The words of `harness/sim.ts` after the system's name that choose this world. */
  readonly words: readonly string[];
  /** The probes of the right nodes. */
  probe?(): Promise<readonly Check[]>;
}

/** A schedule in which a check has seen a mutant. */
export interface CaughtSchedule {
  readonly problem: Problem;
  readonly seed: number;
  readonly conditions: Conditions;
}

export interface MutantResult {
  readonly name: string;
  /** The check that saw it, with what it saw; null when none of those that must has. */
  readonly caughtBy: Check | null;
  /** Schedules that it took; 0 when a probe saw it. */
  readonly seeds: number;
  readonly seconds: number;
  /** The folder with the schedule and its page; absent when a probe saw it, or nothing. */
  readonly folder?: string;
}

/** All mutants of a system by the names of their files, in order. */
export async function loadMutants<M extends Mutant>(
  system: MutatedSystem<M>,
): Promise<ReadonlyMap<string, M>> {
  const folder = join(repositoryRoot, "harness/mutants", system.name);
  const names = (await readdir(folder)).filter((name) => name !== "mutant.ts").sort();
  const load = async (name: string) => {
    const { mutant } = await import(join(folder, name));
    return [name.replace(/\.ts$/, ""), mutant as M] as const;
  };
  return new Map(await Promise.all(names.map(load)));
}

/**
 * @param seedsAtMost after so many schedules it counts as not caught
 * @param keep is given the schedule that caught it, and returns the folder where that is kept
 */
export async function runMutant<M extends Mutant, Programs>(
  system: MutatedSystem<M, Programs>,
  name: string,
  mutant: M,
  seedsAtMost: number,
  keep?: (caught: CaughtSchedule) => Promise<string>,
): Promise<MutantResult> {
  const startedAt = performance.now();
  const programs = await system.load(mutant.edits);
  const seen = (checks: readonly Check[]) =>
    checks.find((each) => each.verdict === "FAIL" && mutant.caughtBy.includes(each.name));
  const result = (caughtBy: Check | undefined, seeds: number): MutantResult => {
    const seconds = (performance.now() - startedAt) / 1_000;
    return { name, caughtBy: caughtBy ?? null, seeds, seconds };
  };
  const probed = seen((await system.probe?.(mutant, programs)) ?? []);
  if (probed !== undefined) return result(probed, 0);
  const simulation = system.simulation(mutant, programs);
  if (simulation === undefined) return result(undefined, 0);
  const kinds = faultKinds.filter((kind) => mutant.faults.includes(kind));
  const usual = conditionsOf({ ...defaultSimulation, faults: kinds }, kinds);
  const conditions = simulation.conditions(usual);
  for (let from = 1; from <= seedsAtMost; ) {
    const count = seedsAtMost - from + 1;
    const { failed, schedules } = await runSeeds(simulation.problem, { from, count, conditions });
    const caughtBy = seen(failed[0]?.checks ?? []);
    const seed = from + schedules - 1;
    if (caughtBy !== undefined) {
      const caught = result(caughtBy, seed);
      if (keep === undefined) return caught;
      return { ...caught, folder: await keep({ problem: simulation.problem, seed, conditions }) };
    }
    from += schedules;
  }
  return result(undefined, seedsAtMost);
}
