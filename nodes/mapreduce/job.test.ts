import { expect, test } from "bun:test";
import { Job } from "./job.ts";
import { noCounters } from "./task-state.ts";
import { JobUnderTest, StandingClock, worker } from "./testing/job-clock.ts";

const [one, two, three] = [worker("w1"), worker("w2"), worker("w3")];

test("every task runs exactly once when nothing fails, reduce tasks after all maps", () => {
  const under = new JobUnderTest(2, 1);
  const [first, second] = [under.start(one), under.start(two)];
  expect(under.job.next(three)).toBeUndefined();
  expect(under.finish(one, first)).toBe(true);
  expect(under.job.next(three)).toBeUndefined();
  expect(under.finish(two, second)).toBe(true);
  const reduce = under.start(three);
  expect(reduce).toMatchObject({ kind: "REDUCE", number: 0, attempt: 1 });
  expect(reduce.sources).toEqual([
    { task: 0, attempt: 1, address: "w1:1" },
    { task: 1, attempt: 1, address: "w2:1" },
  ]);
  expect(under.job.next(one)).toBeUndefined();
  expect(under.finish(three, reduce)).toBe(true);
  expect(under.job.hasSucceeded).toBe(true);
  expect(under.told).toEqual([
    "MAP 0.1 w1 committed",
    "MAP 1.1 w2 committed",
    "REDUCE 0.1 w3 committed",
  ]);
});

test("a worker that asks again is told the same task: the reply may have been lost", () => {
  const under = new JobUnderTest(2, 1);
  expect(under.start(one)).toEqual(under.start(one));
  expect(under.told).toHaveLength(1);
});

test("the task of a dead worker is run again, under another attempt number", () => {
  const under = new JobUnderTest(1, 1);
  const lost = under.start(one);
  under.job.workerIsGone(one);
  const again = under.start(two);
  expect(again).toMatchObject({ kind: "MAP", number: 0, attempt: 2 });
  expect(under.job.progress(one, lost, 0.5, { bytes: 1, records: 1, keys: 1, skipped: 1 })).toBe(
    false,
  );
  expect(under.finish(one, lost)).toBe(false);
  expect(under.finish(two, again)).toBe(true);
  expect(under.told).toEqual(["MAP 0.1 w1 lost", "MAP 0.2 w2 committed"]);
});

test("the first finisher is committed, told so again, and the late is ignored", () => {
  const under = new JobUnderTest(2, 2, { backupAfterMs: 10 });
  under.clock.nowMs = 1;
  const [slow, quick] = [under.start(one), under.start(two)];
  under.clock.nowMs = 2;
  under.finish(two, quick);
  under.clock.nowMs = 1_000;
  const backup = under.start(two);
  expect(backup).toMatchObject({ number: slow.number, attempt: 2 });
  expect(under.finish(two, backup)).toBe(true);
  expect(under.finish(two, backup)).toBe(true);
  expect(under.job.progress(one, slow, 0.9, noCounters)).toBe(false);
  expect(under.finish(one, slow)).toBe(false);
  expect(under.told).toContain("MAP 0.1 w1 late");
  expect(under.start(one).kind).toBe("REDUCE");
  expect(under.start(three).sources).toContainEqual({ task: 0, attempt: 2, address: "w2:1" });
});

test("what a dead worker has mapped is there in a shared folder, and gone where none is", () => {
  for (const sharedNothing of [false, true]) {
    const under = new JobUnderTest(1, 2, { sharedNothing });
    under.finish(one, under.start(one));
    const reduce = under.start(two);
    under.job.workerIsGone(one);
    expect(under.start(three).kind).toBe(sharedNothing ? "MAP" : "REDUCE");
    expect(under.finish(two, reduce)).toBe(true);
  }
});

test("map outputs that nobody can read are made again, and cost no attempt", () => {
  const under = new JobUnderTest(2, 1, { attempts: 1 });
  for (const who of [one, two]) under.finish(who, under.start(who));
  const reduce = under.start(three);
  under.job.lose(three, reduce, [{ task: 1, attempt: 1, address: "" }]);
  expect(under.job.failure).toBeUndefined();
  const again = under.start(one);
  expect(again).toMatchObject({ kind: "MAP", number: 1, attempt: 2 });
  under.finish(one, again);
  expect(under.start(three).sources.map(({ attempt }) => attempt)).toEqual([1, 2]);
});

test("a map output that was lost and made again meanwhile is not made a third time", () => {
  const under = new JobUnderTest(1, 2, { sharedNothing: true });
  under.finish(one, under.start(one));
  const reduce = under.start(two);
  under.job.workerIsGone(one);
  under.finish(three, under.start(three));
  under.job.lose(two, reduce, [{ task: 0, attempt: 1, address: "" }]);
  expect(under.start(two)).toMatchObject({ kind: "REDUCE", attempt: 2 });
});

test("a task that fails by the application's fault fails the job in the end, by name", () => {
  const under = new JobUnderTest(1, 1, { attempts: 2 });
  const record = { name: "a.txt", start: 5, end: 9, key: "" };
  under.job.fail(one, under.start(one), "Error: no", record);
  expect(under.job.isOver).toBe(false);
  under.job.fail(one, under.start(one), "Error: no", record);
  const failure = "map task 0 failed 2 times, at a.txt, bytes 5 to 9: Error: no";
  expect(under.job.failure).toBe(failure);
  expect(under.job.next(one)).toBeUndefined();
});

test("bad records are left out one after the other, and cost no attempt", () => {
  const under = new JobUnderTest(1, 1, { attempts: 1, skipBadRecords: true });
  for (let start = 0; start < 5; start++) {
    const record = { name: "a.txt", start, end: 9, key: "" };
    under.job.fail(one, under.start(one), "Error: no", record);
  }
  expect(under.start(one).badRecords).toHaveLength(5);
  const known = { name: "a.txt", start: 0, end: 9, key: "" };
  under.job.fail(one, under.start(one), "Error: no", known);
  expect(under.job.failure).toContain("failed 1 times");
});

test("a task that is lost with its worker again and again fails the job", () => {
  const under = new JobUnderTest(1, 1);
  for (let times = 0; times < 200 && !under.job.isOver; times++) {
    under.start(one);
    under.job.workerIsGone(one);
  }
  expect(under.job.failure).toBe("map task 0 was lost with its worker 100 times");
});

test("counters are counted once, whatever was run twice", () => {
  const under = new JobUnderTest(1, 1);
  const counters = { bytes: 10, records: 3, keys: 0, skipped: 1 };
  const lost = under.start(one);
  under.job.progress(one, lost, 0.9, counters);
  under.job.workerIsGone(one);
  under.finish(two, under.start(two), counters);
  under.finish(one, lost, counters);
  expect(under.job.maps[0]?.counters).toEqual(counters);
});

test("a restarted master knows all that was done, and uses no attempt number again", () => {
  const before = new JobUnderTest(3, 1, { skipBadRecords: true });
  before.finish(one, before.start(one));
  const failed = before.start(two);
  before.job.fail(two, failed, "Error", { name: "b.txt", start: 0, end: 1, key: "" });
  before.start(three);
  const { clock } = before;
  const plan = { pieces: [[], [], []], reduceTasks: 1, sharedNothing: false };
  const limits = { attempts: 3, skipBadRecords: true, backups: true, backupAfterMs: 100 };
  const after = new Job(clock, plan, limits);
  after.restore(before.events);
  expect(after.maps.map(({ committed }) => committed?.attempt)).toEqual([1, undefined, undefined]);
  expect(after.next(one)).toMatchObject({ number: 1, attempt: 3, badRecords: [{ name: "b.txt" }] });
  expect(after.next(two)).toMatchObject({ number: 2, attempt: 1 });
});

test("a restarted master that had given up stays so", () => {
  const before = new JobUnderTest(1, 1, { attempts: 1 });
  before.job.fail(one, before.start(one), "Error: no", null);
  const limits = { attempts: 1, skipBadRecords: false, backups: true, backupAfterMs: 100 };
  const plan = { pieces: [[]], reduceTasks: 1, sharedNothing: false };
  const after = new Job(new StandingClock(), plan, limits);
  after.restore(before.events);
  expect(after.failure).toContain("Error: no");
});
