import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../kit/repository.ts";
import { slowWordCount } from "./examination.ts";
import { JobTest } from "./job-test-support.ts";
import { judgeEnds, judgeOnce } from "./judge-job.ts";
import { readParts } from "./judge-output.ts";

const books = join(repositoryRoot, "../shared/data/mit");
const hasBooks = existsSync(books);

test.if(hasBooks)("eight books: as a sequential run, and as the golden file", async () => {
  for (const app of ["word-count", "inverted-index"]) {
    await using jobs = new JobTest();
    const job = { app, inputs: join(books, "pg-*.txt"), mapTasks: 11, reduceTasks: 10 };
    const status = await (await jobs.start(job)).finish();
    expect(status).toMatchObject({ state: "succeeded", error: "" });
    expect(await jobs.wrong(job)).toEqual([]);
    if (app !== "word-count") continue;
    const lines = (await readParts(jobs.output)).flat();
    lines.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    expect(`${lines.join("\n")}\n`).toBe(await Bun.file(join(books, "wc-golden.txt")).text());
  }
});

test("our samples: as a sequential run, every task once, processes end within 1 s", async () => {
  for (const [app, sharedNothing] of [
    ["word-count", true],
    ["inverted-index", false],
  ] as const) {
    await using jobs = new JobTest();
    const job = { app, mapTasks: 9, reduceTasks: 5, workers: 3, master: { sharedNothing } };
    const run = await jobs.start(job);
    const status = await run.finish();
    expect(status).toMatchObject({ state: "succeeded", retries: 0 });
    expect(await jobs.wrong({ ...job, app })).toEqual([]);
    expect(judgeOnce(status)).toMatchObject({ verdict: "PASS" });
    expect(await judgeEnds(run, 5)).toMatchObject({ verdict: "PASS" });
    expect(jobs.cluster.faults()).toEqual([]);
  }
});

test("two workers really work at the same time, in map and in reduce", async () => {
  await using jobs = new JobTest();
  // Each task waits in the application until another has begun as well: alone it never ends.
  const app = jobs.write(
    "meeting.ts",
    `import { existsSync, readdirSync, writeFileSync } from "node:fs";
     const meet = (what) => {
       writeFileSync(import.meta.dir + "/" + what + "-" + process.pid, "");
       const here = () => readdirSync(import.meta.dir).filter((name) => name.startsWith(what));
       while (here().length < 2) Bun.sleepSync(5);
     };
     export const map = (name, contents, emit) => {
       meet("map");
       for (const word of contents.split(/\\s+/)) emit(word, "1");
     };
     export const partition = (key, tasks) => key.length % tasks;
     export const reduce = (key, values) => {
       meet("reduce");
       return String(values.toArray().length);
     };`,
  );
  const job = { app, mapTasks: 2, reduceTasks: 2, inputs: jobs.write("two.txt", "a bb\nc dd\n") };
  const status = await (await jobs.start(job)).finish();
  expect(status).toMatchObject({ state: "succeeded", retries: 0 });
  for (const kind of ["MAP", "REDUCE"]) {
    const own = status.runs.filter(({ attempt }) => attempt?.kind === kind);
    expect(new Set(own.map(({ worker }) => worker)).size).toBe(2);
    const latestStart = Math.max(...own.map(({ startMs }) => startMs));
    expect(Math.min(...own.map(({ endMs }) => endMs))).toBeGreaterThan(latestStart);
  }
});

test("a second job in the same directory does not read the first one's files", async () => {
  await using jobs = new JobTest();
  const first = { app: "word-count", reduceTasks: 7, inputs: jobs.write("one.txt", "one two") };
  await (await jobs.start({ ...first, master: { keepFolder: true } })).finish();
  const second = { app: "word-count", reduceTasks: 2, inputs: jobs.write("other.txt", "three") };
  await (await jobs.start(second)).finish();
  expect(await jobs.wrong(second)).toEqual([]);
  const names = await readdir(jobs.output);
  expect(names.filter((name) => !name.startsWith("job-")).sort()).toEqual(["part-0", "part-1"]);
});

test("nothing is left of the intermediate files of a job that has ended", async () => {
  await using jobs = new JobTest();
  const job = { app: "word-count", reduceTasks: 3 };
  await (await jobs.start(job)).finish();
  expect((await readdir(jobs.output)).sort()).toEqual(["part-0", "part-1", "part-2"]);
});

test("more reducers than keys, no files, an empty file: as many outputs as asked for", async () => {
  await using jobs = new JobTest();
  for (const content of [undefined, "", "one"]) {
    const inputs = content === undefined ? "/no/such/*.txt" : jobs.write("in.txt", content);
    const job = { app: "word-count", inputs, mapTasks: 2, reduceTasks: 20 };
    await (await jobs.start(job)).finish();
    expect(await jobs.wrong(job)).toEqual([]);
  }
});

test("a straggler gets a backup copy, which counts, and the late one changes nothing", async () => {
  await using jobs = new JobTest();
  const job = { app: slowWordCount, mapTasks: 6, master: { backupAfterMs: "200ms" } };
  const run = await jobs.start({ ...job, workers: 1, worker: { slowDown: 100 } });
  const first = await run.until(({ runs }) => runs.length > 0);
  expect(first.runs[0]?.worker).toBe("job1-w1");
  const quick = await run.startWorkers(2, { slowDown: 1 });
  const status = await run.finish();
  expect(status.state).toBe("succeeded");
  const backups = status.runs.filter(({ backup }) => backup);
  expect(backups.length).toBeGreaterThan(0);
  expect(quick.map(({ id }) => id)).toContain(String(backups[0]?.worker));
  expect(await jobs.wrong(job)).toEqual([]);
});
