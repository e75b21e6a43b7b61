import { expect, test } from "bun:test";
import { loadMutants, runMutant } from "../kit/mutant-run.ts";
import { rightPrograms } from "./general-programs.ts";
import { mutatedGenerals } from "./mutated-generals.ts";
import { probe } from "./probes.ts";

const mutants = await loadMutants(mutatedGenerals);

test("there are mutants enough, of each algorithm, and their edits fit", async () => {
  expect(mutants.size).toBeGreaterThanOrEqual(16);
  const algorithms = new Set([...mutants.values()].map(({ algorithm }) => algorithm));
  expect([...algorithms].sort()).toEqual(["oral", "phase-king", "signed"]);
  for (const [name, { edits }] of mutants) {
    const programs = await mutatedGenerals.load(edits);
    expect(Object.keys(programs), name).toEqual(Object.keys(rightPrograms));
    expect(Object.values(programs).map((each) => typeof each)).not.toContain("undefined");
  }
});

test("right generals raise no alarm", () => {
  const failed = probe(rightPrograms).filter(({ verdict }) => verdict !== "PASS");
  expect(failed).toEqual([]);
});

/** One for each way of being caught, all of them quick; `harness/mutants.ts` runs all. */
const samples = [
  ...["decides-centrally", "flat-vote-pool", "late-counts-later", "leaks-into-next-campaign"],
  ...["sender-from-the-body", "signatures-not-checked", "sure-of-nothing", "tame-traitor"],
  ...["too-few-is-safe", "waits-for-ever"],
];

for (const name of samples) {
  test(`the mutant ${name} is caught by a check that must see it`, async () => {
    const mutant = mutants.get(name);
    if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
    const { caughtBy } = await runMutant(mutatedGenerals, name, mutant, 100);
    expect(mutant.caughtBy).toContain(caughtBy?.name ?? "");
  });
}

test("a mutant that changes nothing is not caught", async () => {
  const mutant = mutants.get("flat-vote-pool");
  if (mutant === undefined) throw new Error("there is no such mutant");
  const { caughtBy } = await runMutant(mutatedGenerals, "right", { ...mutant, edits: [] }, 10);
  expect(caughtBy).toBeNull();
});
