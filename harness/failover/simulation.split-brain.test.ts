/**
 * What `--guarantee last-standing` does not promise: a run in which the network splits. The chapter
 * shows it (`testdata/split-brain.txt`); `UPDATE_GOLDEN=1` writes it anew.
 */
import { expect, test } from "bun:test";
import { join } from "node:path";
import type { GuaranteeName } from "../../nodes/failover/guarantee.ts";
import { combine } from "../check/verdict.ts";
import { drawDiagram } from "../sim/diagram.ts";
import { formatHistory } from "../sim/format-history.ts";
import { usualConditions } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { failoverProblem } from "./simulation.ts";

const golden = join(import.meta.dir, "testdata/split-brain.txt");
const ids = ["s1", "s2", "c2"];

/** c1 stays with s0, the primary, and c2 with the other two, for two seconds. */
function runSplit(guarantee: GuaranteeName) {
  const problem = failoverProblem({ servers: 3, guarantee, silenceMs: 200 });
  const step = (client: string, at: number, f: string, value: string | null) => {
    return { client, at, f, key: "a", value };
  };
  const operations = [
    step("c1", 100, "put", "before"),
    step("c2", 1_400, "put", "right"),
    step("c1", 1_450, "put", "left"),
    step("c2", 1_500, "get", null),
    step("c1", 1_550, "get", null),
    step("c1", 2_600, "get", null),
  ];
  const blocked = ["s0", "c1"].flatMap((one) =>
    ids.flatMap((other) => [[one, other] as const, [other, one] as const]),
  );
  const split = { kind: "partition", at: 300, forMs: 2_000, blocked } as const;
  const conditions = { ...usualConditions, clients: 2 };
  return runSchedule(problem, { operations, faults: [split] }, 7, conditions, { traced: true });
}

test("last standing: when the network splits, both sides acknowledge, one loses", async () => {
  const { checks, history, trace } = runSplit("last-standing");
  expect(combine(checks)).toBe("FAIL");
  expect(checks.find(({ name }) => name === "linearizable")?.verdict).toBe("FAIL");
  const hidden = new Set(["Heartbeat", "Survey", "connection"]);
  const told = history.filter(({ time }) => time < 3_000);
  const nodes = ["c1", "c2", "s0", "s1", "s2"];
  const text = `${drawDiagram(trace, { nodes, hidden })}\n${formatHistory(told)}\n`;
  if (process.env["UPDATE_GOLDEN"] === "1") await Bun.write(golden, text);
  expect(text).toBe(await Bun.file(golden).text());
});

test("majority: when the network splits, the smaller side waits, and nothing is lost", () => {
  const { checks, history } = runSplit("majority");
  expect(combine(checks)).toBe("PASS");
  const isAnswered = history.some(({ process, type, time }) => {
    return process === "c1" && type === "ok" && time > 1_450 && time < 2_300;
  });
  expect(isAnswered).toBe(false);
});
