import { expect, test } from "bun:test";
import { rightPrograms } from "./balancer-programs.ts";
import { probe, probes } from "./probes.ts";

const checks = await probe(rightPrograms);

test("every probe says what it looks at, and no two say the same", () => {
  expect(new Set(checks.map(({ name }) => name)).size).toBe(probes.length);
});

for (const { name, verdict, evidence } of checks) {
  test(name, () => {
    expect({ verdict, evidence }).toEqual({ verdict: "PASS", evidence });
  });
}
