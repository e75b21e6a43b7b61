/** Response times of every policy in every scenario, at several shares of what there is to have. */
import {
  driveAgents,
  fairness,
  type LoadOutcome,
  type LoadSpec,
  summarizeLoad,
} from "../../harness/balancer/drive-agents.ts";
import { meanServiceMs, mostPerSecond, type Scenario } from "../../harness/balancer/scenarios.ts";
import type { PolicyName } from "../../nodes/balancer/policies.ts";
import { shortestQueue, simulated } from "./balancer-model.ts";
import { SideEvents } from "./balancer-side.ts";
import { type Looks, watchBackends } from "./balancer-watch.ts";
import { World } from "./balancer-world.ts";
import type { Row } from "./csv.ts";
import { processorSeconds } from "./process-usage.ts";

export interface PolicyPlan {
  readonly scenarios: readonly Scenario[];
  readonly policies: readonly PolicyName[];
  /** Of what all backends together can do, in percent. */
  readonly shares: readonly number[];
  readonly seconds: number;
  readonly repeats: number;
  /** Of load before the first measurement: every process compiles what it runs often. */
  readonly warmUpSeconds: number;
  readonly agents: number;
  readonly reuse: number;
  readonly seed: number;
  readonly directory: string;
}

/** One policy in one scenario at one share. */
export interface PolicyRow extends Row {
  readonly repeat: number;
  readonly scenario: string;
  readonly policy: PolicyName;
  readonly share_percent: number;
  readonly calls: number;
  readonly errors: number;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p90_ms: number;
  readonly p99_ms: number;
  readonly p999_ms: number;
  /** Of the work that each backend was given, in proportion to what it can do. */
  readonly fairness: number;
  /** The mean utilization of the backend that had most. */
  readonly busiest: number;
  /** Processor time of the balancer, in microseconds a call. */
  readonly balancer_us: number;
  readonly simulated_p99_ms: number;
  /** Of join-shortest-queue with perfect knowledge over the same arrivals. */
  readonly shortest_queue_p99_ms: number;
}

/** What one backend had of a run. */
export interface BackendRow extends Row {
  readonly scenario: string;
  readonly policy: PolicyName;
  readonly share_percent: number;
  readonly backend: string;
  readonly calls: number;
  readonly utilization: number;
}

/** How a run went over time. */
export interface TimeRow extends Row {
  readonly scenario: string;
  readonly policy: PolicyName;
  readonly share_percent: number;
  readonly at_ms: number;
  /** Answers a second. */
  readonly per_second: number;
  /** Of each backend, in their order, with spaces between; empty where it was not listed. */
  readonly utilization: string;
}

/** Response times at some shares of the calls. */
export interface ResponseRow extends Row {
  readonly scenario: string;
  readonly policy: PolicyName;
  readonly share_percent: number;
  readonly quantile: number;
  readonly response_ms: number;
}

export interface PolicyResults {
  readonly rows: PolicyRow[];
  readonly backends: BackendRow[];
  readonly times: TimeRow[];
  readonly responses: ResponseRow[];
}

/** At the beginning of a run, reports still tell of the time before it. */
const warmUpMs = 500;
const timeoutMs = 5_000;
const sliceMs = 250;
const quantiles = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

export async function measurePolicies(
  plan: PolicyPlan,
  progress: (text: string) => void,
): Promise<PolicyResults> {
  const results: PolicyResults = { rows: [], backends: [], times: [], responses: [] };
  // Scenarios with the same backends share the processes.
  const worlds = Map.groupBy(plan.scenarios, ({ backends }) => JSON.stringify(backends));
  for (const scenarios of worlds.values()) {
    const backends = scenarios[0]?.backends ?? [];
    await using world = await World.start({ ...plan, backends });
    await warmUp(world, plan);
    for (const scenario of scenarios)
      await measureScenario(plan, scenario, world, results, progress);
  }
  return results;
}

/** Calls that do nothing, as fast as they are answered. */
async function warmUp({ balanced }: World, { warmUpSeconds, seed }: PolicyPlan): Promise<void> {
  const loop = { ratePerSecond: 0, durationMs: warmUpSeconds * 1_000, lanes: 50 };
  const task = { task: "emulate", size: 0, distribution: "constant" };
  await driveAgents(balanced.agents, { ...loop, ...task, timeoutMs, seed });
}

async function measureScenario(
  plan: PolicyPlan,
  scenario: Scenario,
  world: World,
  results: PolicyResults,
  progress: (text: string) => void,
): Promise<void> {
  const side = await SideEvents.start(world, scenario);
  for (const share of plan.shares) {
    const load: LoadSpec = {
      ratePerSecond: (share / 100) * mostPerSecond(scenario),
      durationMs: warmUpMs + plan.seconds * 1_000,
      lanes: 0,
      task: "emulate",
      size: meanServiceMs * 1_000,
      distribution: scenario.distribution,
      timeoutMs,
      seed: plan.seed,
    };
    for (let repeat = 1; repeat <= plan.repeats; repeat++) {
      // Other arrivals each time, and the same for all policies.
      const own = { ...load, seed: plan.seed + repeat - 1 };
      progress(`${scenario.name} at ${share} %, repeat ${repeat} of ${plan.repeats}`);
      await measurePoliciesOnce({ plan, scenario, world, side, load: own, share, repeat }, results);
    }
  }
}

interface Turn {
  readonly plan: PolicyPlan;
  readonly scenario: Scenario;
  readonly world: World;
  readonly side: SideEvents;
  readonly load: LoadSpec;
  /** In percent. */
  readonly share: number;
  readonly repeat: number;
}

async function measurePoliciesOnce(turn: Turn, results: PolicyResults): Promise<void> {
  const { plan, scenario, world, side, load, share, repeat } = turn;
  const model = { ...plan, scenario, load, warmUpMs };
  const shortest = shortestQueue(model).p99;
  for (const policy of plan.policies) {
    const run = await runOnce(world, side, load, policy);
    const key = { scenario: scenario.name, policy, share_percent: share };
    results.rows.push({
      repeat,
      ...key,
      ...figuresOf(run, scenario, load),
      simulated_p99_ms: round(simulated(model, policy).p99),
      shortest_queue_p99_ms: round(shortest),
    });
    // What happened when, and where, is kept of the first time alone: it is for the eye.
    if (repeat > 1) continue;
    results.backends.push(...backendRows(key, run, scenario, load));
    results.times.push(...timeRows(key, run, scenario, load));
    results.responses.push(...responseRows(key, run));
  }
}

/** What was seen of one run. */
interface Run {
  readonly outcome: LoadOutcome;
  readonly looks: Looks;
  /** Seconds of processor time of the balancer. */
  readonly balancerSeconds: number;
}

type Key = Pick<PolicyRow, "scenario" | "policy" | "share_percent">;

async function runOnce(
  { balanced, balancer }: World,
  side: SideEvents,
  load: LoadSpec,
  policy: PolicyName,
): Promise<Run> {
  await balanced.admin().setPolicy({ policy });
  await balanced.untilIdle();
  const before = processorSeconds(balancer.pid);
  const watch = watchBackends(balanced);
  const [outcome] = await Promise.all([driveAgents(balanced.agents, load), side.happen(load)]);
  const looks = await watch.end();
  const balancerSeconds = processorSeconds(balancer.pid) - before;
  await side.restore();
  return { outcome, looks, balancerSeconds };
}

/** All that take part, also those that come later. */
const modelsOf = ({ backends, added }: Scenario) => [...backends, ...(added ? [added] : [])];

function measured({ outcome }: Run): LoadOutcome {
  const samples = outcome.samples.filter(({ dueMs }) => dueMs >= warmUpMs);
  return { samples, elapsedMs: outcome.elapsedMs - warmUpMs };
}

function figuresOf(run: Run, scenario: Scenario, load: LoadSpec) {
  const summary = summarizeLoad(measured(run));
  const staying = modelsOf(scenario).filter(({ id }) => {
    return id !== scenario.killed && id !== scenario.added?.id;
  });
  const work = staying.map(({ id, slowFactor, capacity }) => {
    return ((summary.answered.get(id) ?? 0) * slowFactor) / capacity;
  });
  const busiest = Math.max(...run.looks.means(warmUpMs, load.durationMs).values());
  return {
    calls: summary.calls,
    errors: summary.errors,
    per_second: Math.round(summary.perSecond),
    p50_ms: round(summary.p50),
    p90_ms: round(summary.p90),
    p99_ms: round(summary.p99),
    p999_ms: round(summary.p999),
    fairness: round(fairness(work)),
    busiest: round(busiest),
    balancer_us: Math.round((run.balancerSeconds * 1e6) / run.outcome.samples.length),
  };
}

function backendRows(key: Key, run: Run, scenario: Scenario, load: LoadSpec): BackendRow[] {
  const { answered } = summarizeLoad(measured(run));
  const means = run.looks.means(warmUpMs, load.durationMs);
  return modelsOf(scenario).map(({ id }) => {
    const calls = answered.get(id) ?? 0;
    return { ...key, backend: id, calls, utilization: round(means.get(id) ?? 0) };
  });
}

function timeRows(key: Key, run: Run, scenario: Scenario, load: LoadSpec): TimeRow[] {
  const answers = run.outcome.samples.filter(({ error }) => error === "");
  const rows: TimeRow[] = [];
  for (let atMs = 0; atMs < load.durationMs; atMs += sliceMs) {
    const inSlice = answers.filter(({ dueMs, responseMs }) => {
      return dueMs + responseMs >= atMs && dueMs + responseMs < atMs + sliceMs;
    });
    const seen = run.looks.at(atMs + sliceMs);
    const utilization = modelsOf(scenario).map(({ id }) => seen.get(id)?.toFixed(2) ?? "");
    const per_second = Math.round((inSlice.length * 1_000) / sliceMs);
    rows.push({ ...key, at_ms: atMs, per_second, utilization: utilization.join(" ") });
  }
  return rows;
}

function responseRows(key: Key, run: Run): ResponseRow[] {
  const answers = measured(run).samples.filter(({ error }) => error === "");
  const responses = answers.map(({ responseMs }) => responseMs).sort((one, other) => one - other);
  return quantiles.flatMap((quantile) => {
    const response = responses[Math.floor(quantile * responses.length)];
    return response === undefined ? [] : [{ ...key, quantile, response_ms: round(response) }];
  });
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;
