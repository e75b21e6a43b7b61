import { expect, test } from "bun:test";
import { loadMutants, runMutant } from "../kit/mutant-run.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import { loadMutatedPrograms, rightPrograms } from "./job-programs.ts";
import { mutatedJobs } from "./mutated-jobs.ts";

const mutants = await loadMutants(mutatedJobs);

test("there are enough mutants, and each names real faults", () => {
  expect(mutants.size).toBeGreaterThanOrEqual(15);
  for (const [name, { faults }] of mutants) {
    const unknown = faults.filter((fault) => !faultKinds.some((kind) => kind === fault));
    expect(unknown, name).toEqual([]);
  }
});

test("every mutant's edits fit the nodes of today, and what they make can be loaded", async () => {
  for (const [name, { edits }] of mutants) {
    const programs = await loadMutatedPrograms(edits);
    expect(Object.keys(programs), name).toEqual(Object.keys(rightPrograms));
    expect(Object.values(programs).map((each) => typeof each)).not.toContain("undefined");
  }
});

/** One for each way of being caught, all of them quick. */
const samples = [
  "counts-the-loser",
  "forgets-its-journal",
  "gives-up-at-once",
  "leaves-values-behind",
  "never-backs-up",
  "reduces-too-early",
  "serves-any-attempt",
  "splits-within-words",
  "writes-tabs-plainly",
];

for (const name of samples) {
  test(`the mutant ${name} is caught by a check that must see it`, async () => {
    const mutant = mutants.get(name);
    if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
    const { caughtBy } = await runMutant(mutatedJobs, name, mutant, 100);
    expect(mutant.caughtBy).toContain(caughtBy?.name ?? "");
  });
}

test("the right programs raise no alarm in the probes", async () => {
  const checks = (await mutatedJobs.right[0]?.probe?.()) ?? [];
  expect(checks.length).toBeGreaterThan(10);
  expect(checks.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
});
