import { expect, test } from "bun:test";
import { seededRandom } from "../../nodes/host/random.ts";
import { drawPartition } from "./fault-generator.ts";
import type { PartitionKind } from "./fault-plan.ts";
import { makeWorld, run } from "./testing/world.ts";

const targets = ["r1", "r2", "r3", "r4", "r5"];

/** Which directions between the nodes are cut, drawn many times. */
function draws(kind: PartitionKind, others: readonly string[] = []): Set<string>[] {
  return Array.from({ length: 50 }, (_, seed) => {
    const pairs = drawPartition(kind, { targets, others }, seededRandom(seed, kind));
    return new Set(pairs.map((pair) => pair.join(" ")));
  });
}

const mirrored = (pairs: Set<string>) =>
  new Set([...pairs].map((pair) => pair.split(" ").reverse().join(" ")));
const cutFrom = (pairs: Set<string>, node: string) =>
  targets.filter((other) => pairs.has(`${node} ${other}`)).length;

test("a partition cuts two sides off each other, both ways", () => {
  for (const pairs of draws("partition", ["c1"])) {
    expect(pairs).toEqual(mirrored(pairs));
    for (const node of targets) expect(cutFrom(pairs, node)).toBeGreaterThan(0);
    // A client is on either side, so it is cut off somebody, and not off everybody.
    const client = cutFrom(pairs, "c1");
    expect(client).toBeGreaterThan(0);
    expect(client).toBeLessThan(targets.length);
  }
});

test("a one-way partition lets the other direction through", () => {
  for (const pairs of draws("one-way")) {
    expect(pairs.size).toBeGreaterThan(0);
    for (const pair of mirrored(pairs)) expect(pairs.has(pair)).toBe(false);
  }
});

test("a bridge leaves one node that sees all, and two halves that do not see each other", () => {
  for (const pairs of draws("bridge")) {
    expect(pairs).toEqual(mirrored(pairs));
    expect(targets.filter((node) => cutFrom(pairs, node) === 0).length).toBe(1);
  }
});

test("in a ring each node sees its two neighbours only", () => {
  for (const pairs of draws("ring")) {
    expect(pairs).toEqual(mirrored(pairs));
    for (const node of targets) expect(cutFrom(pairs, node)).toBe(2);
  }
  const three = drawPartition(
    "ring",
    { targets: ["a", "b", "c"], others: [] },
    seededRandom(1, ""),
  );
  expect(three.length).toBe(2);
});

test("an isolated node sees nobody, clients included, and all others see one another", () => {
  for (const pairs of draws("isolate", ["c1"])) {
    expect(pairs.size).toBe(10);
    expect(targets.filter((node) => cutFrom(pairs, node) === 4).length).toBe(1);
    expect(pairs).toEqual(mirrored(pairs));
  }
});

test("a partition loses packets on their way in silence, one way or both, until it heals", () => {
  const cases = [
    { blocked: [["c1", "s1"]], executedThen: [] },
    { blocked: [["s1", "c1"]], executedThen: ["a"] },
  ] as const;
  for (const { blocked, executedThen } of cases) {
    const { simulation, ask, executed, host } = makeWorld({
      faults: [{ kind: "partition", at: 0.5, forMs: 200, blocked }],
    });
    // Sent before the partition began; it is on its way when it begins.
    expect(run(simulation, () => ask("a", { timeoutMs: 50 }))).toBe("DEADLINE_EXCEEDED indefinite");
    expect(executed).toEqual([...executedThen]);
    expect(simulation.reached.count("partition", "Write")).toBeGreaterThan(0);
    run(simulation, () => host.clock.sleep(200));
    expect(run(simulation, () => ask("b"))).toBe("b");
  }
});

test("partitions that overlap heal one by one", () => {
  const blocked = [["c1", "s1"]] as const;
  const { simulation, ask, host } = makeWorld({
    faults: [
      { kind: "one-way", at: 0, forMs: 100, blocked },
      { kind: "isolate", at: 50, forMs: 150, blocked },
    ],
  });
  run(simulation, () => host.clock.sleep(120));
  expect(run(simulation, () => ask("a", { timeoutMs: 20 }))).toBe("DEADLINE_EXCEEDED indefinite");
  run(simulation, () => host.clock.sleep(100));
  expect(run(simulation, () => ask("b"))).toBe("b");
});
