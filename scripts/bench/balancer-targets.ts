/** What the figures must come to, and what they say, all worked out from the rows. */

import type { PickRow } from "./balancer-picks.ts";
import type { PolicyRow } from "./balancer-policies.ts";
import type { ComparisonRow } from "./comparison.ts";
import { summarize } from "./statistics.ts";

export interface Target {
  readonly name: string;
  /** Undefined: it was not measured. */
  readonly reached: boolean | undefined;
  readonly evidence: string;
}

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
  const least = find(rows, "unequal", share, "least_load");
  const turns = find(rows, "unequal", share, "round_robin");
  const equalLeast = find(rows, "equal", share, "least_load");
  const equalTurns = find(rows, "equal", share, "round_robin");
  const first = find(rows, "equal", share, "pick_first");
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  return [
    {
      name: "unequal at 80 %: p99 of least_load at most half that of round_robin",
      reached: least && turns && least.p99_ms <= turns.p99_ms / 2,
      evidence: least && turns ? `${ms(least.p99_ms)} against ${ms(turns.p99_ms)}` : "",
    },
    {
      name: "equal at 80 %: p99 of least_load at most 1.1 times that of round_robin",
      reached: equalLeast && equalTurns && equalLeast.p99_ms <= 1.1 * equalTurns.p99_ms,
      evidence:
        equalLeast && equalTurns ? `${ms(equalLeast.p99_ms)} against ${ms(equalTurns.p99_ms)}` : "",
    },
    {
      name: "equal at 80 %: pick_first shows its overload, more than twice the p99 of round_robin",
      reached: first && equalTurns && first.p99_ms > 2 * equalTurns.p99_ms,
      evidence: first
        ? `p99 ${ms(first.p99_ms)}, ${first.errors} of ${first.calls} calls failed`
        : "",
    },
    ...scenarios.map((scenario): Target => {
      const best = bestOf(rows, scenario, share);
      const ratio = best && best.p99_ms / best.shortest_queue_p99_ms;
      return {
        name: `${scenario} at 80 %: best p99 at most 1.3 times join-shortest-queue's`,
        reached: ratio === undefined ? undefined : ratio <= 1.3,
        evidence: best
          ? `${best.policy} ${ms(best.p99_ms)} against ${ms(best.shortest_queue_p99_ms)}, ` +
            `${ratio?.toFixed(2)} times`
          : "",
      };
    }),
  ];
}

export function pickTarget(rows: readonly PickRow[]): Target {
  const rates = rows.map(({ per_second }) => per_second);
  const least = rows.find(({ per_second }) => per_second === Math.min(...rates));
  return {
    name: "the balancer answers at least 8,000 queries a second",
    reached: least && least.per_second >= 8_000,
    evidence: least ? `${least.per_second} under ${least.policy}, the slowest policy` : "",
  };
}

/** Of each round's two neighbours, ours to the peer's. */
function ratios(rows: readonly ComparisonRow[], figure: "per_second" | "p99_ms") {
  const ours = rows.filter(({ system }) => system === "ours");
  const theirs = rows.filter(({ system }) => system !== "ours");
  return summarize(ours.map((row, index) => row[figure] / (theirs[index]?.[figure] ?? 0)));
}

export function reuseTarget(rows: readonly ComparisonRow[]): Target {
  const { median, min, max } = ratios(rows, "per_second");
  const lost = 100 * (1 - median);
  return {
    name: "with answers reused, the look-aside step costs less than 5 % of throughput",
    reached: lost < 5,
    evidence: `${lost.toFixed(1)} % lost; rounds from ${min.toFixed(2)} to ${max.toFixed(2)} times`,
  };
}

export function nginxTargets(rows: readonly ComparisonRow[]): Target[] {
  const rate = ratios(rows, "per_second");
  const p99 = ratios(rows, "p99_ms");
  const range = ({ min, max }: typeof rate) => `rounds from ${min.toFixed(2)} to ${max.toFixed(2)}`;
  return [
    {
      name: "throughput at least 1.2 times nginx's",
      reached: rate.median >= 1.2,
      evidence: `${rate.median.toFixed(2)} times, ${range(rate)}`,
    },
    {
      name: "p99 no worse than nginx's",
      reached: p99.median <= 1,
      evidence: `${p99.median.toFixed(2)} times, ${range(p99)}`,
    },
  ];
}

/** Lines of Markdown. */
export function targetLines(targets: readonly Target[]): string[] {
  return targets.map(({ name, reached, evidence }) => {
    const word = reached === undefined ? "not measured" : reached ? "reached" : "MISSED";
    return `- **${word}**: ${name}${evidence === "" ? "" : ` (${evidence})`}`;
  });
}

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
      return [
        `- ${scenario} at ${share} %: best p99 by ${best.policy} (${ms(best.p99_ms)}),`,
        `worst by ${worst.policy} (${ms(worst.p99_ms)}, ${ratio} times)`,
        ...(lost.length > 0 ? [`; ${lost.join(", ")}`] : []),
      ]
        .join(" ")
        .replace(" ;", ";");
    }),
  );
}
