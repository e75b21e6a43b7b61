import { expect, test } from "bun:test";
import { join } from "node:path";
import { drawDiagram } from "./diagram.ts";
import { ignoreRejections } from "./ignore-rejections.ts";
import { drawPlan, usualConditions } from "./plan.ts";
import { runSchedule } from "./run-schedule.ts";
import { toyProblem } from "./testing/toy-problem.ts";

const nodes = ["c1", "c2", "r1", "r2", "r3", "registry"];
const hidden = new Set(["Heartbeat", "List"]);

async function drawRun(): Promise<string> {
  const problem = toyProblem();
  const { operations } = drawPlan(problem, 1, { ...usualConditions, operations: 4 });
  const faults = [
    { kind: "pause", at: 0, forMs: 30, node: "r3" },
    { on: { method: "Replicate", to: "r3", nth: 1 }, do: "lose-reply" },
    { kind: "isolate", at: 200, forMs: 50, blocked: [["r1", "r3"] as const] },
    { on: { method: "Replicate", to: "r2", nth: 2 }, do: "crash-after-execution", downMs: 100 },
  ] as const;
  return ignoreRejections(async () => {
    const plan = { operations, faults };
    const { trace } = runSchedule(problem, plan, 1, usualConditions, { traced: true });
    return drawDiagram(trace, { nodes, hidden, rowsAtMost: 60 });
  });
}

test("the diagram of a run under faults is as the golden one", async () => {
  const golden = join(import.meta.dir, "testdata/diagram.txt");
  const drawn = await drawRun();
  if (process.env["UPDATE_GOLDEN"] === "1") await Bun.write(golden, drawn);
  expect(drawn).toBe(await Bun.file(golden).text());
});

test("a diagram keeps to its width and its rows", async () => {
  const problem = toyProblem();
  const plan = drawPlan(problem, 1, usualConditions);
  const { trace } = runSchedule(problem, plan, 1, usualConditions, { traced: true });
  const rows = drawDiagram(trace, { nodes, width: 60, rowsAtMost: 10 }).trimEnd().split("\n");
  expect(rows.length).toBe(12);
  expect(rows.at(-1)).toMatch(/^ +… and \d+ more$/);
  for (const row of rows) expect([...row].length).toBeLessThanOrEqual(60);
});
