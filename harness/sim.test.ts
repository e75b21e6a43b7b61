import { afterAll, expect, test } from "bun:test";
import { $ } from "zx/core";
import { temporaryDirectory } from "../nodes/host/test-support.ts";
import { repositoryRoot } from "./kit/repository.ts";
import type { SimulationReport } from "./kit/simulation-report.ts";

const runs = temporaryDirectory();
afterAll(() => runs[Symbol.dispose]());
const env = { ...process.env, PROCTOR_RUNS: runs.path };
const shell = $({ cwd: repositoryRoot, env, nothrow: true, quiet: true });
const sim = (words: string) => shell`${process.execPath} harness/sim.ts ${words.split(" ")}`;

test("a run that holds ends with 0 and tells what the faults struck, shared or not", async () => {
  const words = "filestore --faults kill,delay --seeds 30 --operations 20 --json --quiet";
  const both = await Promise.all([sim(`${words} --workers 1`), sim(`${words} --workers 2`)]);
  const reports = both.map(({ stdout }) => JSON.parse(stdout) as SimulationReport);
  expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  const [alone, shared] = reports;
  expect(alone?.schedules).toBe(30);
  expect(alone?.reached.some(({ kind }) => kind === "kill")).toBe(true);
  expect(shared?.reached).toEqual(alone?.reached ?? []);
  expect(shared?.events).toBe(alone?.events ?? 0);
});

/** Its replicas never look at their wall clocks. */
const linearizable = "filestore --protocol quorum --consistency linearizable";

test("a fault that never struck leaves the run undecided, exit 2", async () => {
  const { exitCode, stdout } = await sim(`${linearizable} --faults clock-step --seeds 1`);
  expect(stdout).toContain("UNDECIDED");
  expect(stdout).toContain("Never struck: clock-step.");
  expect(exitCode).toBe(2);
});

test("a run whose time is over before all schedules were run is undecided, exit 2", async () => {
  for (const workers of [1, 2]) {
    const words = `filestore --seeds 1000000 --timeout 1 --workers ${workers}`;
    const { exitCode, stdout } = await sim(words);
    expect(stdout).toMatch(/^The time was over after \d+ schedules\.$/m);
    expect(stdout).toContain("UNDECIDED");
    expect(exitCode).toBe(2);
  }
});

test("one seed is drawn, with its history, its checks and its trace", async () => {
  const words = "filestore --protocol quorum --seed 7 --keep-operations 0-3 --keep-faults none";
  const { exitCode, stdout } = await sim(`${words} --trace`);
  expect(stdout).toContain("PickQuorum #");
  expect(stdout).toContain("invoke");
  expect(stdout).toContain("each update is held by N_w replicas");
  expect(stdout).toContain("r1 start r1/1");
  expect(stdout).toMatch(/^ {2}look: {3}\S+sim-filestore-\S+index\.html$/m);
  expect(exitCode).toBe(0);
});

test("bad usage is one sentence and exit 64", async () => {
  for (const words of ["nosuch", "filestore --seeds many", "filestore --faults rain"]) {
    const { exitCode, stderr } = await sim(words);
    expect(stderr.trim().split("\n").length).toBe(1);
    expect(exitCode).toBe(64);
  }
});
