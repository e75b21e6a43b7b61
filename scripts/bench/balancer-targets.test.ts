import { expect, test } from "bun:test";
import type { PolicyRow } from "./balancer-policies.ts";
import { conclusions, nginxTargets, policyTargets, reuseTarget } from "./balancer-targets.ts";
import type { ComparisonRow } from "./comparison.ts";
import { isReached } from "./targets.ts";

const usual = {
  repeat: 1,
  scenario: "equal",
  policy: "least_load",
  share_percent: 80,
  calls: 1_000,
  errors: 0,
  per_second: 900,
  p50_ms: 40,
  p90_ms: 90,
  p99_ms: 200,
  p999_ms: 300,
  fairness: 1,
  busiest: 0.8,
  balancer_us: 100,
  simulated_p99_ms: 190,
  shortest_queue_p99_ms: 180,
} satisfies PolicyRow;

const rows = (changes: readonly Partial<PolicyRow>[]): PolicyRow[] =>
  changes.map((change) => ({ ...usual, ...change }));

const reached = (changes: readonly Partial<PolicyRow>[]) =>
  policyTargets(rows(changes)).map(isReached);

test("targets of policies are reached or missed by their own figures", () => {
  const good: Partial<PolicyRow>[] = [
    {},
    { policy: "round_robin", p99_ms: 190 },
    { policy: "pick_first", p99_ms: 2_000, busiest: 1 },
    { scenario: "unequal" },
    { scenario: "unequal", policy: "round_robin", p99_ms: 400 },
  ];
  expect(reached(good)).toEqual([true, true, true, true, true]);
  const bad = good.map((row): Partial<PolicyRow> => ({ ...row, shortest_queue_p99_ms: 100 }));
  bad[1] = { ...bad[1], p99_ms: 150 };
  bad[2] = { ...bad[2], p99_ms: 200 };
  bad[4] = { ...bad[4], p99_ms: 399 };
  expect(reached(bad)).toEqual([false, false, false, false, false]);
});

test("what was not measured is neither reached nor missed", () => {
  expect(reached([{ share_percent: 50 }])).toEqual([undefined, undefined, undefined, undefined]);
});

test("conclusions name the best, the worst, and who failed calls", () => {
  const [line = ""] = conclusions(
    rows([
      { policy: "pick_first", p99_ms: 500, errors: 20 },
      { policy: "prequal", p99_ms: 100 },
    ]),
  );
  expect(line).toContain("best p99 by prequal (100 ms)");
  expect(line).toContain("worst by pick_first (500 ms, 5.0 times)");
  expect(line).toContain("pick_first failed 2.0 % of its calls");
});

const round = (number: number, system: string, per_second: number, p99_ms: number) =>
  ({ work: "calls", round: number, system, per_second, p99_ms }) as ComparisonRow;

test("a comparison is judged by the median of its rounds", () => {
  const compared = [
    ...[round(1, "nginx", 1_000, 10), round(1, "ours", 1_300, 9)],
    ...[round(2, "nginx", 1_000, 10), round(2, "ours", 900, 30)],
    ...[round(3, "nginx", 1_000, 10), round(3, "ours", 1_250, 8)],
  ];
  expect(nginxTargets(compared).map(isReached)).toEqual([true, true]);
  const direct = compared.map((row) =>
    row.system === "ours" ? row : { ...row, system: "direct" },
  );
  expect(isReached(reuseTarget(direct))).toBe(true);
  const slower = direct.map((row) => (row.system === "ours" ? { ...row, per_second: 900 } : row));
  expect(isReached(reuseTarget(slower))).toBe(false);
});
