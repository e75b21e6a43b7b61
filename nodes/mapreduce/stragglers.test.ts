import { expect, test } from "bun:test";
import { isStraggler } from "./stragglers.ts";
import { JobUnderTest, worker } from "./testing/job-clock.ts";

const limits = { backupAfterMs: 100 };

function attempt(progress: number) {
  const under = new JobUnderTest(1, 1);
  under.start(worker("w1"));
  const [running] = under.job.maps[0]?.running ?? [];
  if (running === undefined) throw new Error("nothing runs");
  running.progress = progress;
  return running;
}

test("an attempt that goes like the others is no straggler, however long it runs", () => {
  expect(isStraggler(attempt(0.5), [1_000, 1_100, 900], 500, limits)).toBe(false);
  expect(isStraggler(attempt(0.9), [1_000, 1_100, 900], 1_500, limits)).toBe(false);
});

test("an attempt that will take much longer than the others is one", () => {
  expect(isStraggler(attempt(0.1), [1_000, 1_100, 900], 1_000, limits)).toBe(true);
  expect(isStraggler(attempt(0), [1_000], 200, limits)).toBe(true);
});

test("a slow attempt that is nearly done is left alone", () => {
  expect(isStraggler(attempt(0.95), [1_000], 9_500, limits)).toBe(false);
});

test("nobody is slow before the time, or without anybody to compare with", () => {
  expect(isStraggler(attempt(0), [1], 99, limits)).toBe(false);
  expect(isStraggler(attempt(0), [], 100_000, limits)).toBe(false);
});

test("one backup copy is enough, the same worker gets none, and none starts when forbidden", () => {
  const workers = ["w1", "w2", "w3", "w4"].map(worker);
  const [one, two, three, four] = workers as [ReturnType<typeof worker>, ...typeof workers];
  for (const backups of [true, false]) {
    const under = new JobUnderTest(2, 1, { backups });
    under.start(one);
    const quick = under.start(two as typeof one);
    under.clock.nowMs = 10;
    under.finish(two as typeof one, quick);
    under.clock.nowMs = 10_000;
    expect(under.job.next(one)).toMatchObject({ attempt: 1 });
    const backup = under.job.next(three as typeof one);
    if (backups) expect(backup).toMatchObject({ number: 0, attempt: 2 });
    else expect(backup).toBeUndefined();
    expect(under.job.next(four as typeof one)).toBeUndefined();
  }
});
