import { expect, test } from "bun:test";
import { combine } from "../check/verdict.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import type { FaultPlan } from "../sim/fault-plan.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { usualConditions } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { listCrashes, pairCrashes, runCell } from "./crash-matrix.ts";
import { strifeConditions, strifeProblem } from "./simulation.ts";

const conditions = (kinds: readonly (typeof faultKinds)[number][]) =>
  strifeConditions({
    ...usualConditions,
    faults: { kinds: new Map(kinds.map((kind) => [kind, 1])), count: [2, 6] },
  });

/** `harness/sim.ts strife` runs more. */
test("payments are atomic and made at most once under every kind of fault", async () => {
  const report = await runSeeds(strifeProblem(), {
    from: 1,
    count: 60,
    conditions: conditions(faultKinds),
  });
  expect(report.failed).toEqual([]);
  expect(report.undecided).toEqual([]);
}, 60_000);

test("without faults what all vote for commits", async () => {
  const problem = strifeProblem(undefined, { faultless: true });
  const calm = { ...conditions([]), faults: { kinds: new Map(), count: [0, 0] as const } };
  const report = await runSeeds(problem, { from: 1, count: 10, conditions: calm });
  expect(report.failed).toEqual([]);
}, 60_000);

test("once all has healed, what all vote for commits; before, nobody says so", () => {
  const value = { payer: "north/c1", payee: "south/c2", amount: 30 };
  const payment = (at: number) => ({ client: "c1", at, f: "pay", key: null, value });
  const kill = { kind: "kill" as const, at: 10, forMs: 100, node: "south" };
  const placed = { on: { method: "Prepare", nth: 1_000 }, do: "lose-reply" as const };
  const commits = (faults: FaultPlan, at: number) => {
    const plan = { operations: [payment(0), payment(at)], faults };
    const { checks } = runSchedule(strifeProblem(), plan, 1, conditions([]));
    const found = checks.find(({ name }) => name.startsWith("AC4"));
    return found && `${found.verdict}, ${found.evidence}`;
  };
  expect(commits([kill], 2_000)).toBe("PASS, 2 transactions");
  expect(commits([kill], 200)).toBeUndefined();
  expect(commits([kill, placed], 2_000)).toBeUndefined();
});

test("the matrix has the steps of all three nodes, before and after each sync", () => {
  const crashes = listCrashes();
  for (const node of ["gateway", "north", "south"]) {
    const steps = crashes.filter((crash) => crash.node === node).map(({ step }) => step);
    expect(steps).toContain("before commit");
    expect(steps).toContain("after commit");
  }
  const gateway = crashes.filter(({ node }) => node === "gateway").map(({ step }) => step);
  for (const step of ["received pay", "calling prepare", "answered prepare", "answering pay"]) {
    expect(gateway).toContain(step);
  }
  expect(crashes.length).toBeGreaterThanOrEqual(100);
});

/** `harness/crash-matrix.ts --stride 1` runs all pairs. */
test("a crash at each step, and at some pairs of steps, keeps all promises", async () => {
  await ignoreRejections(async () => {
    const crashes = listCrashes();
    const cells = [...crashes.map((crash) => [crash]), ...pairCrashes(crashes, 60)];
    for (const cell of cells) {
      const { struck, checks } = runCell(cell);
      const wrong = checks.filter(({ verdict }) => verdict !== "PASS");
      expect({ cell, wrong }).toEqual({ cell, wrong: [] });
      expect([combine(checks), struck]).toEqual(["PASS", cell.length]);
    }
  });
}, 60_000);
