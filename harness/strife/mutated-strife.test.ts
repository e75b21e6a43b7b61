import { expect, test } from "bun:test";
import { loadMutants, runMutant } from "../kit/mutant-run.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { mutatedStrife } from "./mutated-strife.ts";
import { probe } from "./probes.ts";
import { rightPrograms } from "./strife-programs.ts";

const mutants = await loadMutants(mutatedStrife);

test("there are mutants enough, and their edits fit", async () => {
  expect(mutants.size).toBeGreaterThanOrEqual(26);
  for (const [name, { edits }] of mutants) {
    const { startBank, startGateway, Payer } = await mutatedStrife.load(edits);
    expect([name, typeof startBank, typeof startGateway, typeof Payer]).toEqual([
      name,
      "function",
      "function",
      "function",
    ]);
  }
}, 60_000);

test("right programs raise no alarm", async () => {
  const checks = await ignoreRejections(async () => probe(rightPrograms));
  expect(checks.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
});

/** One for each way of being caught, all of them quick; `harness/mutants.ts strife` runs all. */
const samples = [
  ...["first-yes-commits", "nobody-asks-in-doubt", "vote-before-it-is-durable", "forged-token"],
  ...["new-key-each-attempt", "newest-payment-first", "pays-again-on-retry", "logs-the-password"],
  ...["unknown-balance-is-zero", "late-prepare-is-heard", "negative-amounts"],
];

for (const name of samples) {
  test(`the mutant ${name} is caught by a check that must see it`, async () => {
    const mutant = mutants.get(name);
    if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
    const { caughtBy } = await runMutant(mutatedStrife, name, mutant, 60);
    expect(mutant.caughtBy).toContain(caughtBy?.name ?? "");
  }, 30_000);
}
