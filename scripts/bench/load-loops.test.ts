import { expect, test } from "bun:test";
import { closedLoop, mergeResults, openLoop } from "./load-loops.ts";

/** A lane that counts how often it is called, and asserts that no call runs beside another. */
function lane(log: string[], name: string) {
  let busy = false;
  return async () => {
    expect(busy).toBe(false);
    busy = true;
    log.push(name);
    await new Promise((resolve) => setImmediate(resolve));
    busy = false;
  };
}

test("closed loop: every lane calls again and again, one call at a time", async () => {
  const log: string[] = [];
  const result = await closedLoop([lane(log, "a"), lane(log, "b")], 20);
  expect(result).toMatchObject({ operations: log.length, errors: 0, firstError: "" });
  expect(result.latenciesMs).toHaveLength(log.length);
  expect(new Set(log)).toEqual(new Set(["a", "b"]));
});

test("closed loop: a lane that has made its share of calls ends", async () => {
  const log: string[] = [];
  const result = await closedLoop([lane(log, "a"), lane(log, "b")], 60_000, 5);
  expect(result.operations).toBe(10);
  expect(log.filter((name) => name === "a")).toHaveLength(5);
});

test("loops: the longest time without a right answer is told, of several the longest", async () => {
  let calls = 0;
  const operation = async () => {
    calls += 1;
    const startedMs = performance.now();
    while (performance.now() - startedMs < 10 * calls) await Promise.resolve();
    if (calls === 2) throw new Error("wrong");
  };
  const result = await closedLoop([operation], 60_000, 3);
  expect(result).toMatchObject({ operations: 2, errors: 1 });
  expect(result.longestGapMs).toBeGreaterThanOrEqual(20 + 30);
  expect(mergeResults([result, { ...result, longestGapMs: 1e6 }]).longestGapMs).toBe(1e6);
});

test("open loop: as many calls as fall due, also when the lanes can't keep up", async () => {
  const log: string[] = [];
  expect((await openLoop([lane(log, "a")], 50_000, 20)).operations).toBe(1_000);
  expect(log).toHaveLength(1_000);
});

test("open loop: a call that had to wait for a lane counts from when it was due", async () => {
  let gate: (() => void) | undefined;
  const first = new Promise<void>((resolve) => {
    gate = resolve;
  });
  const started = performance.now();
  let calls = 0;
  const operation = async () => {
    calls += 1;
    if (calls === 1) await first;
  };
  const running = openLoop([operation], 1_000, 3);
  while (performance.now() - started < 20) await Promise.resolve();
  gate?.();
  const { latenciesMs } = await running;
  expect(latenciesMs).toHaveLength(3);
  expect(Math.min(...latenciesMs)).toBeGreaterThan(10);
});

test("loops: a wrong answer counts as an error and not as an operation", async () => {
  const fail = () => Promise.reject(new Error("status was NOT A UUID"));
  const failed = await openLoop([fail], 1_000, 5);
  expect(failed).toMatchObject({ operations: 0, errors: 5, firstError: "status was NOT A UUID" });
  const merged = mergeResults([await openLoop([async () => {}], 1_000, 5), failed]);
  expect(merged).toMatchObject({ operations: 5, errors: 5, firstError: "status was NOT A UUID" });
});
