import { expect, test } from "bun:test";
import { explainFailure } from "./explain-failure.ts";
import type { FaultKind } from "./fault-plan.ts";
import { usualConditions } from "./plan.ts";
import { runSeeds } from "./run-seeds.ts";
import { harmed } from "./testing/conditions.ts";
import { toyProblem } from "./testing/toy-problem.ts";

test("the right system passes under every kind of fault, and each kind struck", async () => {
  const report = await runSeeds(toyProblem(), { from: 1, count: 150, conditions: harmed() });
  expect(report.failed).toEqual([]);
  expect(report.missed).toEqual([]);
  expect(report.verdict).toBe("PASS");
  expect(report.schedules).toBe(150);
  expect(report.reached.count("crash-after-execution", "Replicate")).toBeGreaterThan(0);
  expect(report.reached.count("kill", "Write")).toBeGreaterThan(0);
});

test("each wrong system is caught under the faults that bring its mistake out", async () => {
  const faults = [
    ["answers first", ["kill", "power-failure"]],
    ["forgets", ["kill"]],
    ["swallows", ["lose-request", "crash-before"]],
    ["blocks", ["partition"]],
  ] as const;
  for (const [mistake, kinds] of faults) {
    const conditions = harmed(kinds);
    const options = { from: 1, count: 400, conditions };
    const { verdict, failed } = await runSeeds(toyProblem(mistake), options);
    expect([mistake, verdict]).toEqual([mistake, "FAIL"]);
    expect(failed.length).toBe(1);
  }
});

test("no wrong system is caught where no fault brings its mistake out", async () => {
  for (const mistake of ["forgets", "swallows", "blocks"] as const) {
    const options = { from: 1, count: 10, conditions: usualConditions };
    expect((await runSeeds(toyProblem(mistake), options)).verdict).toBe("PASS");
  }
});

test("a kind of fault that never struck leaves the verdict undecided", async () => {
  // With one server to serve there is nobody for it to be cut off from in a ring.
  const problem = { ...toyProblem(), targets: ["r1"] };
  const kinds: FaultKind[] = ["ring", "pause"];
  const conditions = harmed(kinds);
  const report = await runSeeds(problem, { from: 1, count: 10, conditions });
  expect(report.missed).toEqual(["ring"]);
  expect(report.verdict).toBe("UNDECIDED");
});

test("a run goes on after a failure only where it was told to", async () => {
  const options = { from: 1, count: 30, conditions: harmed(["partition"]) };
  const stopped = await runSeeds(toyProblem("blocks"), options);
  const seeds: number[] = [];
  const whole = await runSeeds(toyProblem("blocks"), {
    ...options,
    keepGoing: true,
    onResult: ({ seed }) => seeds.push(seed),
  });
  expect(stopped.schedules).toBeLessThan(30);
  expect(whole.schedules).toBe(30);
  expect(whole.failed.length).toBeGreaterThan(1);
  expect(seeds).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test("a failure is explained by a smaller schedule, its replay and its diagram", async () => {
  const conditions = harmed(["kill"]);
  const problem = toyProblem("forgets");
  const { failed } = await runSeeds(problem, { from: 1, count: 400, conditions });
  const seed = failed[0]?.seed ?? 0;
  const options = { conditions, command: "bun run toy" };
  const explanation = await explainFailure(problem, seed, options);
  expect(explanation?.plan.faults.length).toBe(1);
  expect(explanation?.plan.operations.length).toBeLessThan(5);
  expect(explanation?.replay).toStartWith(`bun run toy --seed ${seed} --keep-operations `);
  expect(explanation?.text).toContain("✗ kill");
  expect(await explainFailure(toyProblem(), seed, options)).toBeUndefined();
});
