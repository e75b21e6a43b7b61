import { expect, test } from "bun:test";
import { checkExhaustively, exhaust } from "./exhaustive.ts";
import { exhaustPhaseKing } from "./exhaustive-phase-king.ts";

for (const algorithm of ["oral", "signed"] as const) {
  test(`${algorithm}: no behaviour of one traitor among four generals does harm`, () => {
    for (const check of checkExhaustively(algorithm)) {
      expect(check).toMatchObject({ name: check.name, verdict: "PASS" });
    }
  });
}

test("three generals: the counter-example is found, whoever is the traitor", () => {
  const { counterexample } = exhaust({ algorithm: "oral", generals: 3 });
  expect(counterexample?.decisions.length).toBe(3);
  const loyal = counterexample?.decisions.filter((_, general) => {
    return general !== counterexample.traitor;
  });
  expect(new Set(loyal).size).toBe(2);
});

test("phase king: no behaviour of one traitor among four generals does harm", () => {
  const { campaigns, counterexample } = exhaustPhaseKing();
  expect(counterexample).toBeUndefined();
  expect(campaigns).toBeGreaterThan(1_000);
}, 120_000);
