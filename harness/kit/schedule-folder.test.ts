import { afterEach, expect, test } from "bun:test";
import { join } from "node:path";
import { temporaryDirectory } from "../../nodes/host/test-support.ts";
import { readRun } from "../page/read-run.ts";
import { drawPlan } from "../sim/plan.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { harmed } from "../sim/testing/conditions.ts";
import { toyProblem } from "../sim/testing/toy-problem.ts";
import { keepSchedule } from "./schedule-folder.ts";

const runsBefore = process.env["PROCTOR_RUNS"];
afterEach(() => {
  if (runsBefore === undefined) delete process.env["PROCTOR_RUNS"];
  else process.env["PROCTOR_RUNS"] = runsBefore;
});

test("a schedule that failed leaves a run's folder with all that its page shows", async () => {
  using runs = temporaryDirectory();
  process.env["PROCTOR_RUNS"] = runs.path;
  const problem = toyProblem("forgets");
  const conditions = harmed(["kill", "partition"]);
  const { failed } = await runSeeds(problem, { from: 1, count: 200, conditions });
  const seed = failed[0]?.seed ?? 0;
  const plan = drawPlan(problem, seed, conditions);
  const hidden = new Set(["Heartbeat"]);
  const kept = { name: "sim-toy", title: "toy", problem, plan, seed, conditions, hidden };
  const folder = await keepSchedule({ ...kept, replay: "bun run toy" });
  const page = await readRun(folder);
  expect(page.verdict).toBe("FAIL");
  expect(page.checks.some(({ verdict }) => verdict === "FAIL")).toBe(true);
  expect(page.operations.length).toBe(plan.operations.length);
  expect(page.messages.some(({ method, isReply }) => method === "Replicate" && isReply)).toBe(true);
  expect(page.messages.some(({ lost }) => lost !== undefined)).toBe(true);
  expect(page.bands.some(({ kind }) => kind === "down" || kind === "fault")).toBe(true);
  expect(page.lanes.map(({ id, kind }) => `${kind} ${id}`)).toContain("node r1");
  expect(JSON.stringify(page.output)).toContain("final state");
  expect(page.hidden).toEqual(["Heartbeat"]);
  expect(await Bun.file(join(folder, "index.html")).exists()).toBe(true);
});
