import { expect, test } from "bun:test";
import { combine } from "../check/verdict.ts";
import type { FaultKind } from "./fault-plan.ts";
import { ignoreRejections } from "./ignore-rejections.ts";
import { drawPlan, usualConditions } from "./plan.ts";
import { runSchedule } from "./run-schedule.ts";
import { runSeeds } from "./run-seeds.ts";
import { harmed } from "./testing/conditions.ts";
import type { Mistake } from "./testing/toy-nodes.ts";
import { toyProblem } from "./testing/toy-problem.ts";
import { formatTrace } from "./trace.ts";

const conditions = harmed();

function runSeed(seed: number) {
  const problem = toyProblem();
  const plan = drawPlan(problem, seed, conditions);
  return runSchedule(problem, plan, seed, conditions, { traced: true });
}

test("the same seed gives the same trace to the byte, for fifty seeds run twice", async () => {
  await ignoreRejections(async () => {
    const traces = new Set<string>();
    for (let seed = 1; seed <= 50; seed += 1) {
      const first = formatTrace(runSeed(seed).trace);
      const second = formatTrace(runSeed(seed).trace);
      expect(first === second).toBe(true);
      expect(first.length).toBeGreaterThan(1_000);
      traces.add(first);
    }
    expect(traces.size).toBe(50);
  });
});

test("a schedule runs in the same way whether it is traced or not", async () => {
  await ignoreRejections(async () => {
    const problem = toyProblem();
    const plan = drawPlan(problem, 7, conditions);
    const [traced, untraced] = [true, false].map((each) =>
      runSchedule(problem, plan, 7, conditions, { traced: each }),
    );
    expect(untraced?.history).toEqual(traced?.history ?? []);
    expect(untraced?.events).toBe(traced?.events ?? 0);
    expect(untraced?.trace).toEqual([]);
  });
});

test("a history has one completion for each invocation, in order and under one name", () => {
  const { history } = runSeed(3);
  expect(history.length).toBe(2 * usualConditions.operations);
  const open = new Map<string, string>();
  let time = 0;
  for (const event of history) {
    expect(event.time).toBeGreaterThanOrEqual(time);
    time = event.time;
    if (event.type === "invoke") {
      expect(open.has(event.process)).toBe(false);
      open.set(event.process, `${event.f} ${event.key}`);
    } else {
      expect(open.get(event.process)).toBe(`${event.f} ${event.key}`);
      // After an operation that may still happen the client goes on under another name.
      if (event.type !== "info") open.delete(event.process);
    }
  }
});

test("a system that gets nothing done any more is not live, but safe", async () => {
  const checks = await firstFailure("blocks", "partition");
  expect(checks).toEqual(["liveness FAIL", "acknowledged writes are held by all PASS"]);
});

test("a system that loses what it acknowledged is live, but not safe", async () => {
  const checks = await firstFailure("forgets", "kill");
  expect(checks).toEqual(["liveness PASS", "acknowledged writes are held by all FAIL"]);
});

async function firstFailure(mistake: Mistake, kind: FaultKind): Promise<string[]> {
  const options = { from: 1, count: 500, conditions: harmed([kind]) };
  const { failed } = await runSeeds(toyProblem(mistake), options);
  return (failed[0]?.checks ?? []).map(({ name, verdict }) => `${name} ${verdict}`);
}

test("a system that waits for ever at its start violates liveness", () => {
  const problem = { ...toyProblem(), nodes: [{ id: "r1", start: () => new Promise(() => {}) }] };
  const plan = { operations: [], faults: [] };
  const { checks } = runSchedule({ ...problem, targets: ["r1"] }, plan, 1, usualConditions);
  expect(checks[0]).toMatchObject({ name: "liveness", verdict: "FAIL" });
});

test("a run with too many events is given up, undecided", () => {
  const problem = toyProblem();
  const few = { ...usualConditions, eventsAtMost: 100 };
  const { checks, events } = runSchedule(problem, drawPlan(problem, 1, few), 1, few);
  expect(events).toBe(100);
  expect(combine(checks)).toBe("UNDECIDED");
});

test("a mistake of the harness is thrown and no verdict", () => {
  const problem = {
    ...toyProblem(),
    client: () => async () => {
      throw new TypeError("oops");
    },
  };
  const plan = drawPlan(problem, 1, usualConditions);
  expect(() => runSchedule(problem, plan, 1, usualConditions)).toThrow("oops");
});
