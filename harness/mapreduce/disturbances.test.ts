import { expect, test } from "bun:test";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { seededRandom } from "../../nodes/host/random.ts";
import { repositoryRoot } from "../kit/repository.ts";
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

test("map outputs that went with their worker are made again", async () => {
  await disturbed(vanishAfterMapping, { master: { sharedNothing: true } });
});

test("ten workers are killed at random in one job: the same output", async () => {
  const random = seededRandom(20_261_120, "victims");
  await using jobs = new JobTest();
  const gate = jobs.write("gate", "");
  // One word can't be reduced before all have died, so that the job is never over too early.
  const app = jobs.write(
    "gated.ts",
    `import { existsSync } from "node:fs";
     import { reduce as count } from "${join(repositoryRoot, slowWordCount)}";
     export { map } from "${join(repositoryRoot, slowWordCount)}";
     export function reduce(word, counts) {
       while (word === "harbour" && existsSync(${JSON.stringify(gate)})) Bun.sleepSync(5);
       return count(word, counts);
     }`,
  );
  const job = { app, mapTasks: 12, reduceTasks: 6, master: { leaseMs } };
  const run = await jobs.start(job);
  for (let killed = 0; killed < 10; killed++) {
    const running = run.workers.filter((worker) => worker.running);
    // Mostly in the middle of a task, sometimes at any other moment.
    const victim = random.number() < 0.6 ? await catchAt(run) : random.pick(running);
    if (victim !== undefined) await run.kill(victim);
    await run.startWorkers(1);
  }
  await rm(gate);
  const status = await run.finish();
  expect(status.state).toBe("succeeded");
  expect(run.workers).toHaveLength(12);
  expect(status.runs.filter(({ outcome }) => outcome === "lost").length).toBeGreaterThan(3);
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
