/** A short load of many callers under the three policies that every balancer has. */
import { type Check, fail, pass } from "../check/verdict.ts";
import type { BalancerCluster } from "./balancer-cluster.ts";
import { driveAgents, fairness, type LoadSummary, summarizeLoad } from "./drive-agents.ts";
import type { BalancerContext } from "./flags.ts";

const policies = ["pick_first", "round_robin", "least_load"] as const;
const durationMs = 600;

export async function loadTest(context: BalancerContext, balanced: BalancerCluster): Promise<void> {
  const { clients, seed } = context.options;
  const rows: string[][] = [];
  const measured = new Map<string, Measured>();
  for (const policy of policies) {
    context.progress(`${clients} callers under ${policy}`);
    for (const index of balanced.balancers.keys())
      await balanced.admin(index).setPolicy({ policy });
    const outcome = await driveAgents(balanced.agents, {
      ratePerSecond: 0,
      durationMs,
      lanes: clients,
      task: "emulate",
      size: 40_000,
      distribution: "constant",
      timeoutMs: 10_000,
      seed,
    });
    const summary = summarizeLoad(outcome);
    const { perSecond, p50, p90, p99, answered } = summary;
    const shares = [...balanced.backends.keys()].map((id) => answered.get(id) ?? 0);
    measured.set(policy, { ...summary, shares });
    rows.push([
      policy,
      perSecond.toFixed(0),
      ...[p50, p90, p99].map((value) => value.toFixed(1)),
      shares.join(" "),
      fairness(shares).toFixed(2),
    ]);
    await balanced.untilIdle();
  }
  const head = ["policy", "a second", "p50 ms", "p90 ms", "p99 ms", "calls of each", "fairness"];
  context.table(`${clients} callers, each again as soon as it is answered`, { head, rows });
  context.check(...judge(measured));
}

interface Measured extends LoadSummary {
  /** Calls that each backend answered, also those that answered none. */
  readonly shares: readonly number[];
}

/** Calls of one lane are one after the other, so shares differ by those under way at the end. */
const evenly = 0.9;

function judge(measured: ReadonlyMap<string, Measured>): Check[] {
  const all = [...measured];
  const errors = all.reduce((sum, [, each]) => sum + each.errors, 0);
  const check = (name: string, held: boolean, evidence: string) =>
    held ? pass(name, evidence) : fail(name, evidence);
  const shown = (text: (each: Measured) => string) =>
    all.map(([policy, each]) => `${policy} ${text(each)}`).join(", ");
  const isWhole = ({ shares, calls, errors: failed, p50, p99 }: Measured) =>
    calls > failed && p50 > 0 && p50 <= p99 && sum(shares) === calls - failed;
  const [first, round, least] = policies.map((policy) => measured.get(policy));
  const spread =
    first?.shares.filter((share) => share > 0).length === 1 &&
    [round, least].every((each) => each !== undefined && fairness(each.shares) >= evenly);
  return [
    check(
      "every call of the load test is answered",
      errors === 0,
      `${errors} errors under ${all.length} policies`,
    ),
    check(
      "the load test measures times, throughput and the share of each backend",
      all.every(([, each]) => isWhole(each)),
      shown(({ perSecond, p99 }) => `${perSecond.toFixed(0)} a second, p99 ${p99.toFixed(0)} ms`),
    ),
    check(
      "under load each policy spreads the calls as it promises",
      spread,
      shown(({ shares }) => `fairness ${fairness(shares).toFixed(2)}`),
    ),
    check(
      "under load least_load answers sooner than pick_first",
      (least?.p50 ?? 0) < (first?.p50 ?? 0),
      shown(({ p50 }) => `p50 ${p50.toFixed(0)} ms`),
    ),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
