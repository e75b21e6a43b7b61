import { expect, test } from "bun:test";
import { seededRandom } from "../../nodes/host/random.ts";
import type { Kind } from "../../nodes/mapreduce/protocol.ts";
import {
  catchAt,
  type Disturbance,
  killInTheMiddle,
  restartTheMaster,
  stopAndWake,
  vanishAfterMapping,
} from "./disturbances.ts";
import { slowWordCount } from "./examination.ts";
import { JobTest, type TestJob } from "./job-test-support.ts";

const leaseMs = "400ms";

async function disturbed(disturb: Disturbance, change: Partial<TestJob> = {}): Promise<void> {
  await using jobs = new JobTest();
  const master = { leaseMs, ...change.master };
  const job = { app: slowWordCount, workers: 3, ...change, master };
  const run = await jobs.start(job);
  const struck = await disturb(run);
  const status = await run.finish();
  expect(struck(status)).toMatchObject({ verdict: "PASS" });
  expect(status).toMatchObject({ state: "succeeded", counters: { skipped: 0 } });
  expect(await jobs.wrong(job)).toEqual([]);
  expect(jobs.cluster.faults()).toEqual([]);
}

test("workers that are killed mid-map and mid-reduce change nothing", async () => {
  await disturbed(killInTheMiddle);
});

test("a stopped worker that wakes up after its task was redone changes nothing", async () => {
  await disturbed(stopAndWake);
});

test("a restarted master goes on from its journal", async () => {
  await disturbed(restartTheMaster, { master: { journal: true } });
});

test("map outputs that went with their worker are made again, where nothing is shared", async () => {
  await disturbed(vanishAfterMapping, { master: { sharedNothing: true } });
});

test("ten workers are killed at random in one job: the same output", async () => {
  const seed = 20_261_120;
  const random = seededRandom(seed, "victims");
  await using jobs = new JobTest();
  const job = { app: slowWordCount, mapTasks: 12, reduceTasks: 6, master: { leaseMs } };
  const run = await jobs.start({ ...job, workers: 2 });
  const killed: string[] = [];
  // Mostly in the middle of a task of either kind; some before, some after they said that it is done.
  while (killed.length < 10) {
    const kind: Kind = killed.length < 5 ? "MAP" : "REDUCE";
    const caught = random.number() < 0.7 ? await catchAt(run, kind) : undefined;
    const victim = caught ?? random.pick(run.workers.filter(({ running }) => running));
    await run.kill(victim);
    killed.push(victim.id);
    await run.startWorkers(1);
  }
  const status = await run.finish();
  expect(status.state).toBe("succeeded");
  const lost = status.runs.filter(({ outcome }) => outcome === "lost");
  expect(lost.length).toBeGreaterThan(4);
  expect(await jobs.wrong(job)).toEqual([]);
});

test("a worker that is stopped over the end of the job ends when it wakes up", async () => {
  await using jobs = new JobTest();
  const run = await jobs.start({ app: slowWordCount, master: { leaseMs } });
  const sleeper = await catchAt(run, "REDUCE");
  await run.until(() => false);
  await run.master.exited;
  sleeper?.resume();
  expect(await sleeper?.exited).toEqual({ status: 0, signal: null });
  expect(await jobs.wrong({ app: slowWordCount })).toEqual([]);
});
