/** What the figures must come to, and what they say, all worked out from the rows. */

import type { PickRow } from "./balancer-picks.ts";
import type { PolicyRow } from "./balancer-policies.ts";
import { typicalRows } from "./balancer-typical.ts";
import type { ComparisonRow } from "./comparison.ts";
import { medianRatio, ratiosOf } from "./comparison-ratios.ts";
import type { ResultFolder } from "./result-folder.ts";
import { above, atLeast, atMost, below, type Target } from "./targets.ts";

const find = (rows: readonly PolicyRow[], scenario: string, share: number, policy: string) =>
  rows.find((row) => {
    return row.scenario === scenario && row.share_percent === share && row.policy === policy;
  });

/** The one with the least p99 in a scenario at a share. */
function bestOf(rows: readonly PolicyRow[], scenario: string, share: number) {
  const own = rows.filter((row) => row.scenario === scenario && row.share_percent === share);
  return own.toSorted((one, other) => one.p99_ms - other.p99_ms)[0];
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

/** Those of the policies. The share is 80 %. */
export function policyTargets(rows: readonly PolicyRow[]): Target[] {
  const share = 80;
  const p99 = (scenario: string, policy: string) => find(rows, scenario, share, policy)?.p99_ms;
  const ratio = (scenario: string, policy: string, name: string) => {
    const [own, turns] = [p99(scenario, policy), p99(scenario, "round_robin")];
    const target = `${scenario} at ${share} %: p99 of ${policy}, times round_robin's${name}`;
    const known = own !== undefined && turns !== undefined;
    const evidence = known ? `${ms(own)} against ${ms(turns)}` : "";
    return [target, known ? own / turns : undefined, evidence] as const;
  };
  const [unequal, ...unequalSeen] = ratio("unequal", "least_load", "");
  const [equal, ...equalSeen] = ratio("equal", "least_load", "");
  const [first, ...firstSeen] = ratio("equal", "pick_first", ", which shows its overload");
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  return [
    atMost(unequal, 0.5, ...unequalSeen),
    atMost(equal, 1.1, ...equalSeen),
    above(first, 2, ...firstSeen),
    ...scenarios.map((scenario) => {
      const best = bestOf(rows, scenario, share);
      const name = `${scenario} at ${share} %: best p99, times join-shortest-queue's`;
      if (best === undefined) return atMost(name, 1.3, undefined);
      const { policy, p99_ms, shortest_queue_p99_ms: perfect } = best;
      return atMost(name, 1.3, p99_ms / perfect, `${policy}: ${ms(p99_ms)} against ${ms(perfect)}`);
    }),
  ];
}

function pickTarget(rows: readonly PickRow[]): Target {
  const slowest = rows.toSorted((one, other) => one.per_second - other.per_second)[0];
  const evidence = slowest === undefined ? "" : `under ${slowest.policy}, the slowest policy`;
  return atLeast("queries a second to the balancer", 8_000, slowest?.per_second, evidence);
}

export function reuseTarget(rows: readonly ComparisonRow[]): Target {
  const ratio = medianRatio(rows, "per_second");
  const lost = ratio === undefined ? undefined : 100 * (1 - ratio);
  return below("throughput lost by asking, with answers reused, %", 5, lost, rounds(rows));
}

export function nginxTargets(rows: readonly ComparisonRow[]): Target[] {
  const [rate, p99] = [medianRatio(rows, "per_second"), medianRatio(rows, "p99_ms")];
  return [
    atLeast("throughput, times that through nginx", 1.2, rate, rounds(rows)),
    atMost("p99, times that through nginx", 1, p99),
  ];
}

function rounds(rows: readonly ComparisonRow[]): string {
  if (rows.length === 0) return "";
  const { min, max } = ratiosOf(rows, "per_second");
  return `rounds from ${min.toFixed(2)} to ${max.toFixed(2)} times`;
}

export function balancerTargets(folder: ResultFolder): Target[] {
  return [
    ...policyTargets(typicalRows(folder.rows("policies"))),
    pickTarget(folder.rows("picks")),
    reuseTarget(folder.rows("reuse")),
    ...nginxTargets(folder.rows("nginx")),
  ];
}

/** A p99 that is so much higher than another is hardly to be told from it. */
const closeShare = 0.1;

/** What the rows say of each scenario, in sentences that only hold where the figures do. */
export function conclusions(rows: readonly PolicyRow[]): string[] {
  const shares = [...new Set(rows.map(({ share_percent }) => share_percent))];
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  return scenarios.flatMap((scenario) =>
    shares.map((share) => {
      const own = rows
        .filter((row) => row.scenario === scenario && row.share_percent === share)
        .toSorted((one, other) => one.p99_ms - other.p99_ms);
      const [best, worst] = [own[0], own.at(-1)];
      if (best === undefined || worst === undefined) return "";
      const failing = own.filter(({ errors }) => errors > 0);
      const lost = failing.map(({ policy, errors, calls }) => {
        return `${policy} failed ${((100 * errors) / calls).toFixed(1)} % of its calls`;
      });
      const ratio = (worst.p99_ms / best.p99_ms).toFixed(1);
      const close = own.slice(1).filter(({ p99_ms }) => p99_ms <= best.p99_ms * (1 + closeShare));
      const names = close.map(({ policy }) => policy).join(", ");
      const near = names === "" ? "" : `, less than ${100 * closeShare} % more by ${names}`;
      return [
        `- ${scenario} at ${share} %: best p99 by ${best.policy} (${ms(best.p99_ms)})${near},`,
        `worst by ${worst.policy} (${ms(worst.p99_ms)}, ${ratio} times)`,
        ...(lost.length > 0 ? [`; ${lost.join(", ")}`] : []),
      ]
        .join(" ")
        .replace(" ;", ";");
    }),
  );
}
