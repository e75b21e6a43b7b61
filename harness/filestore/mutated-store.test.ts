import { expect, test } from "bun:test";
import { loadMutants, runMutant } from "../kit/mutant-run.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import { mutatedStore } from "./mutated-store.ts";
import { loadMutatedPrograms, rightPrograms } from "./store-programs.ts";

const mutants = await loadMutants(mutatedStore);

test("there are enough mutants, of each protocol, and each names real faults", () => {
  expect(mutants.size).toBeGreaterThanOrEqual(24);
  const protocols = new Set([...mutants.values()].map(({ protocol }) => protocol));
  expect([...protocols].sort()).toEqual(["blocking", "nonblocking", "quorum"]);
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

test("an edit that finds its text twice, or not at all, is refused", async () => {
  const edit = (find: string) => [{ file: "scenario.ts", find, replace: "" }];
  const refused = (find: string) => expect(loadMutatedPrograms(edit(find))).rejects.toThrow();
  await refused("status.success");
  await refused("there is no such text");
  const elsewhere = [{ file: "nowhere.ts", find: "status", replace: "" }];
  await expect(loadMutatedPrograms(elsewhere)).rejects.toThrow("no nowhere.ts");
});

/** One for each way of being caught, all of them quick. */
const samples = [
  "answers-before-backups",
  "blocks-for-ever",
  "clock-steps-back",
  "compares-days-as-text",
  "delete-overtakes-create",
  "one-name-two-files",
  "overwrites-without-truncating",
  "secretly-blocking",
  "serves-half-a-file",
  "settles-without-finishing",
];

for (const name of samples) {
  test(`the mutant ${name} is caught by a check that must see it`, async () => {
    const mutant = mutants.get(name);
    if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
    const { caughtBy, seeds } = await runMutant(mutatedStore, name, mutant, 300);
    expect(mutant.caughtBy).toContain(caughtBy?.name ?? "");
    expect(seeds).toBeLessThanOrEqual(300);
  });
}

test("a mutant that changes nothing is not caught", async () => {
  const mutant = mutants.get("answers-before-backups");
  if (mutant === undefined) throw new Error("there is no such mutant");
  const { caughtBy, seeds } = await runMutant(mutatedStore, "right", { ...mutant, edits: [] }, 20);
  expect(caughtBy).toBeNull();
  expect(seeds).toBe(20);
});
