import { expect, test } from "bun:test";
import { loadMutants, runMutant } from "../kit/mutant-run.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import { mutatedFailover } from "./mutated-store.ts";

const mutants = await loadMutants(mutatedFailover);

test("there are enough mutants, under both guarantees, and each names real faults", () => {
  expect(mutants.size).toBeGreaterThanOrEqual(13);
  const guarantees = new Set([...mutants.values()].map(({ guarantee }) => guarantee));
  expect([...guarantees].sort()).toEqual(["last-standing", "majority"]);
  for (const [name, { faults }] of mutants) {
    const unknown = faults.filter((fault) => !faultKinds.some((kind) => kind === fault));
    expect(unknown, name).toEqual([]);
  }
});

test("every mutant's edits fit the servers of today, and the result can be loaded", async () => {
  for (const [name, { edits }] of mutants) {
    const programs = await mutatedFailover.load(edits);
    expect(
      Object.values(programs).map((each) => typeof each),
      name,
    ).toEqual(["function", "function"]);
  }
});

/** Quick ones, of each way of being caught. */
const samples = [
  "answers-forgotten",
  "client-sticks-to-the-dead",
  "deletes-missing-in-catch-up",
  "primary-reads-without-followers",
  "retry-applied-twice",
  "revived-server-takes-over",
];

for (const name of samples) {
  test(`the mutant ${name} is caught by a check that must see it`, async () => {
    const mutant = mutants.get(name);
    if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
    const { caughtBy } = await runMutant(mutatedFailover, name, mutant, 200);
    expect(mutant.caughtBy).toContain(caughtBy?.name ?? "");
  });
}
