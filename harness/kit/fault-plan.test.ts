import { expect, test } from "bun:test";
import { seededRandom } from "../../nodes/host/random.ts";
import { describeFault, type FaultKind, faultKinds, planFaults } from "./fault-plan.ts";

const replicas = ["r1", "r2", "r3"];
const targets = {
  replicas,
  registry: "registry",
  methods: [
    { method: "Replicate", at: ["r2", "r3"], weight: 3 },
    { method: "Forward", at: ["r1"], weight: 1 },
  ],
};
const plan = (seed: number, kinds: readonly FaultKind[], durationMs: number) =>
  planFaults(seededRandom(seed, "faults"), kinds, targets, durationMs);
const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

test("one seed makes one plan, another seed another one", () => {
  expect(plan(7, faultKinds, 10_000)).toEqual(plan(7, faultKinds, 10_000));
  expect(plan(7, faultKinds, 10_000)).not.toEqual(plan(8, faultKinds, 10_000));
});

test.each([1_000, 10_000])("in %i ms each kind comes, and all heal in time", (durationMs) => {
  for (const seed of seeds) {
    const faults = plan(seed, faultKinds, durationMs);
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(faultKinds));
    for (const { atMs, forMs } of faults) {
      expect(atMs).toBeGreaterThanOrEqual(0);
      expect(forMs).toBeGreaterThan(0);
      expect(atMs + forMs).toBeLessThanOrEqual(durationMs);
    }
  }
});

test("only the kinds that were asked for come", () => {
  for (const seed of seeds) {
    const kinds = plan(seed, ["lose-reply", "pause"], 5_000).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set<FaultKind>(["lose-reply", "pause"]));
  }
});

test("one node at a time is killed or paused, and it serves the method that is waited for", () => {
  for (const seed of seeds) {
    const faults = plan(seed, ["kill", "pause"], 10_000);
    let freeAtMs = 0;
    for (const fault of faults) {
      if (!("node" in fault)) throw new Error("neither a kill nor a pause");
      expect(fault.atMs).toBeGreaterThanOrEqual(freeAtMs);
      freeAtMs = fault.atMs + fault.forMs;
      const served = targets.methods.find(({ method }) => method === fault.during);
      expect(served?.at).toContain(fault.node);
    }
  }
});

test("partitions of every shape come, none of them cuts a node off from itself", () => {
  const partitions = seeds.flatMap((seed) => plan(seed, ["partition"], 10_000));
  const shapes = new Set(partitions.map((fault) => ("shape" in fault ? fault.shape : "none")));
  expect(shapes).toEqual(new Set(["isolate", "split", "one-way", "from-registry"]));
  for (const fault of partitions) {
    const pairs = "blocked" in fault ? fault.blocked : [];
    expect(pairs.length).toBeGreaterThan(0);
    for (const [from, to] of pairs) expect(from).not.toBe(to);
  }
});

test("a fault reads as a line", () => {
  const time = { atMs: 120, forMs: 300 };
  expect([
    describeFault({ kind: "kill", ...time, node: "r1", during: "Forward" }),
    describeFault({ kind: "partition", ...time, shape: "one-way", blocked: [["r1", "r2"]] }),
    describeFault({ kind: "delay", ...time, method: "Read", nth: 2, every: 3, delayMs: 40 }),
  ]).toEqual([
    "kill r1 at 120 ms for 300 ms, during a Forward",
    "partition (one-way) r1↛r2 at 120 ms for 300 ms",
    "delay Read number 2 and each 3 further by 40 ms at 120 ms for 300 ms",
  ]);
});

test("where there is no registry, partitions are among the replicas", () => {
  for (const seed of seeds) {
    const { registry: _, ...others } = targets;
    const faults = planFaults(seededRandom(seed, "faults"), ["partition"], others, 5_000);
    const blocked = faults.flatMap((fault) => ("blocked" in fault ? fault.blocked : []));
    expect(blocked.length).toBeGreaterThan(0);
    for (const pair of blocked) for (const node of pair) expect(replicas).toContain(node);
  }
});
