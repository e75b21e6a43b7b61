import { expect, test } from "bun:test";
import { loadMutants, runMutant } from "../kit/mutant-run.ts";
import { mutatedBalancer } from "./mutated-balancer.ts";

const mutants = await loadMutants(mutatedBalancer);

test("there are enough mutants", () => {
  expect(mutants.size).toBeGreaterThanOrEqual(13);
});

for (const [name, mutant] of mutants) {
  test(`the mutant ${name} is caught by a check that must see it`, async () => {
    const { caughtBy } = await runMutant(mutatedBalancer, name, mutant, 20);
    expect(mutant.caughtBy).toContain(caughtBy?.name ?? "");
  });
}

test("a mutant that changes nothing is not caught", async () => {
  const [name, mutant] = [...mutants][0] ?? [];
  if (name === undefined || mutant === undefined) throw new Error("there is no mutant");
  const all = [...mutants.values()].flatMap(({ caughtBy }) => caughtBy);
  const right = { ...mutant, caughtBy: all, edits: [] };
  expect(await runMutant(mutatedBalancer, "right", right, 20)).toMatchObject({ caughtBy: null });
});
