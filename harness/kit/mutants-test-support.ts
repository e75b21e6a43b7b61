/** What the tests of each system's mutants ask: that they fit today's nodes and are caught. */
import { expect, test } from "bun:test";
import { faultKinds } from "../sim/fault-generator.ts";
import type { Mutant } from "./mutant.ts";
import { loadMutants, type MutatedSystem, runMutant } from "./mutant-run.ts";

interface Expectations {
  /** How many mutants there are at least. */
  readonly atLeast: number;
  /** One for each way of being caught, all of them quick; `harness/mutants.ts` runs all. */
  readonly samples: readonly string[];
  /** Schedules in which a sample must be caught. */
  readonly seeds: number;
  /** Schedules of the right nodes in the place of the first sample; none of its checks may fail. */
  readonly rightSeeds: number;
}

/** Defines these tests. @returns the mutants, for what a system asks further */
export async function testMutants<M extends Mutant, Programs>(
  system: MutatedSystem<M, Programs>,
  { atLeast, samples, seeds, rightSeeds }: Expectations,
): Promise<ReadonlyMap<string, M>> {
  const mutants = await loadMutants(system);
  const known = (name = "") => {
    const mutant = mutants.get(name);
    if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
    return mutant;
  };

  test("there are enough mutants, and each names real faults", () => {
    expect(mutants.size).toBeGreaterThanOrEqual(atLeast);
    for (const [name, { faults }] of mutants) {
      const unknown = faults.filter((fault) => !faultKinds.some((kind) => kind === fault));
      expect(unknown, name).toEqual([]);
    }
  });

  test("every mutant's edits fit the nodes of today, and the result can be loaded", async () => {
    for (const { edits } of mutants.values()) await system.load(edits);
  }, 60_000);

  for (const name of samples) {
    test(`the mutant ${name} is caught by a check that must see it`, async () => {
      const mutant = known(name);
      const { caughtBy } = await runMutant(system, name, mutant, seeds);
      expect(mutant.caughtBy).toContain(caughtBy?.name ?? "");
    }, 30_000);
  }

  test("a mutant that changes nothing is caught by none of the checks", async () => {
    const all = [...mutants.values()].flatMap(({ caughtBy }) => caughtBy);
    const right = { ...known(samples[0]), caughtBy: all, edits: [] };
    const { caughtBy } = await runMutant(system, "right", right, rightSeeds);
    expect(caughtBy).toBeNull();
  }, 30_000);

  test("the probes of the right nodes raise no alarm", async () => {
    for (const { probe } of system.right) {
      const checks = (await probe?.()) ?? [];
      expect(checks.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
    }
  }, 30_000);

  return mutants;
}
