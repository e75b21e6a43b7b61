import { expect, test } from "bun:test";
import { modes } from "../../nodes/branches/mode.ts";
import { loadMutants, runMutant } from "../kit/mutant-run.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import { loadMutatedPrograms } from "./bank-programs.ts";
import { mutatedBank } from "./mutated-bank.ts";

const mutants = await loadMutants(mutatedBank);

test("there are enough mutants, of each mode, and each names real faults", () => {
  expect(mutants.size).toBeGreaterThanOrEqual(14);
  expect(new Set([...mutants.values()].map(({ mode }) => mode))).toEqual(new Set(modes));
  for (const [name, { faults }] of mutants) {
    const unknown = faults.filter((fault) => !faultKinds.some((kind) => kind === fault));
    expect(unknown, name).toEqual([]);
  }
});

test("every mutant's edits fit the nodes of today, and what they make can be loaded", async () => {
  for (const [name, { edits }] of mutants) {
    const { startBranch, Customer } = await loadMutatedPrograms(edits);
    expect([typeof startBranch, typeof Customer], name).toEqual(["function", "function"]);
  }
});

/** One for each way of being caught, all of them quick. */
const samples = [
  "answers-before-it-is-durable",
  "answers-before-propagation",
  "applies-twice",
  "clock-starts-anew",
  "counts-copies-as-messages",
  "forgets-own-writes",
  "forgets-what-it-read",
  "ignores-the-senders-clock",
  "late-joiner-gets-nothing",
  "never-says-no",
  "refuses-the-last-unit",
  "tells-before-it-is-durable",
];

for (const name of samples) {
  test(`the mutant ${name} is caught by a check that must see it`, async () => {
    const mutant = mutants.get(name);
    if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
    const { caughtBy, seeds } = await runMutant(mutatedBank, name, mutant, 100);
    expect(mutant.caughtBy).toContain(caughtBy?.name ?? "");
    expect(seeds).toBeLessThanOrEqual(100);
  });
}

test("a mutant that changes nothing is not caught", async () => {
  const mutant = mutants.get("answers-before-propagation");
  if (mutant === undefined) throw new Error("there is no such mutant");
  const { caughtBy, seeds } = await runMutant(mutatedBank, "right", { ...mutant, edits: [] }, 20);
  expect(caughtBy).toBeNull();
  expect(seeds).toBe(20);
});
