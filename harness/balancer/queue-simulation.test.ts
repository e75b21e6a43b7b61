import { expect, test } from "bun:test";
import { quantile } from "simple-statistics";
import { drawArrivals } from "../../nodes/balancer/arrivals.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { type QueueModel, simulateQueues } from "./queue-simulation.ts";
import { meanServiceMs, mostPerSecond, type Scenario, scenariosOf } from "./scenarios.ts";

const scenarios = new Map(scenariosOf(12).map((scenario) => [scenario.name, scenario]));

function modelOf(name: string, share: number, rest: Partial<QueueModel> = {}): QueueModel {
  const scenario = scenarios.get(name) as Scenario;
  const plan = {
    ratePerSecond: share * mostPerSecond(scenario),
    durationMs: 5_000,
    meanSize: meanServiceMs * 1_000,
    distribution: scenario.distribution,
  };
  const arrivals = drawArrivals(seededRandom(5, "arrivals"), plan);
  return {
    calls: arrivals.map((arrival) => ({ ...arrival, client: 0 })),
    backends: scenario.backends,
    policy: "least_load",
    reports: { everyMs: 100 },
    reuse: 1,
    lifetimeMs: 50,
    queueAtMost: 100_000,
    roundTripMs: 1,
    seed: 1,
    ...rest,
  };
}

const timesOf = (model: QueueModel) =>
  simulateQueues(model).responses.map(({ responseMs }) => responseMs);

const p99 = (model: QueueModel) => quantile(timesOf(model), 0.99);

test("every call is answered, by backends that between them answered all", () => {
  const model = modelOf("equal", 0.8);
  const { responses, failed, answered } = simulateQueues(model);
  expect(failed).toBe(0);
  expect(responses).toHaveLength(model.calls.length);
  const sum = [...answered.values()].reduce((total, each) => total + each, 0);
  expect(sum).toBe(model.calls.length);
});

test("no response is shorter than its service and its way", () => {
  const model = modelOf("equal", 0.5, { roundTripMs: 2 });
  const shortest = Math.min(...model.calls.map(({ size }) => size / 1_000));
  // There and back to the balancer, then to the backend.
  expect(Math.min(...timesOf(model))).toBeGreaterThanOrEqual(shortest + 4 - 1e-6);
});

test("with unequal backends, least load halves the p99 of round robin at least", () => {
  const turns = p99(modelOf("unequal", 0.8, { policy: "round_robin" }));
  expect(p99(modelOf("unequal", 0.8))).toBeLessThan(turns / 2);
});

test("with equal backends, least load is no worse than round robin", () => {
  const turns = p99(modelOf("equal", 0.8, { policy: "round_robin" }));
  expect(p99(modelOf("equal", 0.8))).toBeLessThan(1.1 * turns);
});

test("reports every 100 ms cost little against perfect knowledge", () => {
  for (const name of scenarios.keys()) {
    const perfect = p99(modelOf(name, 0.8, { reports: "perfect", roundTripMs: 0 }));
    const best = Math.min(
      ...(["least_load", "prequal"] as const).map((policy) => p99(modelOf(name, 0.8, { policy }))),
    );
    expect(best / perfect, name).toBeLessThan(1.3);
  }
});

test("pick first overloads its one backend, and its queue refuses", () => {
  const model = modelOf("equal", 0.5, { policy: "pick_first", queueAtMost: 50 });
  const { answered } = simulateQueues(model);
  const [first = 0, ...others] = [...answered.values()];
  expect(first).toBeGreaterThan(Math.max(...others.slice(2)));
  expect(p99(model)).toBeGreaterThan(3 * p99({ ...model, policy: "least_load" }));
});

test("calls that a killed backend would have answered are answered by others", () => {
  const model = modelOf("equal", 0.5);
  const backends = model.backends.map((each) =>
    each.id === "b3" ? { ...each, untilMs: 1_500 } : each,
  );
  const { responses, answered } = simulateQueues({ ...model, backends });
  expect(responses).toHaveLength(model.calls.length);
  expect(answered.get("b3")).toBeLessThan((answered.get("b4") ?? 0) / 2);
});
