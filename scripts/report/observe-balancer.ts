/** What the figures of the balancer say: who is best where, how evenly, and at what cost. */
import type { PolicyRow } from "../bench/balancer-policies.ts";
import { conclusions } from "../bench/balancer-targets.ts";
import { typicalRows } from "../bench/balancer-typical.ts";
import type { ResultFolder } from "../bench/result-folder.ts";
import { extremes, figure, medianOf, mediansBy, times } from "./sentences.ts";

export function observeBalancer(folder: ResultFolder): string[] {
  const rows = typicalRows(folder.rows<PolicyRow>("policies"));
  const works = rows.filter(({ errors }) => errors === 0);
  return [
    ...winnerSentences(rows),
    ...conclusions(rows).map((line) => `${line.replace(/^- /, "")}.`),
    ...overloadSentences(rows),
    ...fairnessSentences(works),
    ...loadSentences(works),
    ...modelSentences(works),
  ];
}

/** Who has the least p99 most often. */
function winnerSentences(rows: readonly PolicyRow[]): string[] {
  const places = [...Map.groupBy(rows, (row) => `${row.scenario} ${row.share_percent}`).values()];
  const wins = places.flatMap((own) => extremes(own, "p99_ms")?.least.policy ?? []);
  const counts = [...Map.groupBy(wins, (policy) => policy)]
    .map(([policy, own]) => ({ policy, wins: own.length }))
    .toSorted((one, other) => other.wins - one.wins);
  if (counts.length === 0) return [];
  const list = counts.map(({ policy, wins: number }) => `${policy} ${number}`).join(", ");
  return [`The lowest p99 of the ${places.length} scenarios and loads, how often: ${list}.`];
}

/** Policies that refuse calls have found the most that their backends do. */
function overloadSentences(rows: readonly PolicyRow[]): string[] {
  const failing = rows.filter(({ errors }) => errors > 0);
  return [...Map.groupBy(failing, ({ policy }) => policy)].map(([policy, own]) => {
    const rates = extremes(own, "per_second");
    const [least, most] = [rates?.least.per_second ?? 0, rates?.most.per_second ?? 0];
    return (
      `${policy} answers between ${figure(least)} and ${figure(most)} calls a second at every ` +
      `load of ${own.length} in which calls failed: its throughput has stopped to grow.`
    );
  });
}

function fairnessSentences(rows: readonly PolicyRow[]): string[] {
  const byPolicy = [...Map.groupBy(rows, ({ policy }) => policy)];
  const policies = byPolicy.map(([policy, own]) => {
    return { policy, fairness: medianOf(own, "fairness") ?? 0, least: extremes(own, "fairness") };
  });
  return policies.map(({ policy, fairness, least }) => {
    const at = `${least?.least.scenario} at ${least?.least.share_percent} %`;
    return (
      `How ${policy} spreads work: Jain's fairness ${figure(fairness)} in the median, least ` +
      `${figure(least?.least.fairness ?? 0)} (${at}).`
    );
  });
}

/** What more load costs each policy. */
function loadSentences(rows: readonly PolicyRow[]): string[] {
  return [...Map.groupBy(rows, ({ policy }) => policy)].flatMap(([policy, own]) => {
    const points = mediansBy(own, "share_percent", "p99_ms");
    const [low, high] = [points[0], points.at(-1)];
    if (low === undefined || high === undefined || low === high) return [];
    return [
      `From ${low[0]} to ${high[0]} % load the p99 of ${policy}, in the median over scenarios, ` +
        `goes from ${figure(low[1])} to ${figure(high[1])} ms, ${times(high[1] / low[1])}.`,
    ];
  });
}

/** How far the processes are from the same policies without a network. */
function modelSentences(rows: readonly PolicyRow[]): string[] {
  const ratios = rows.map((row) => ({ ...row, ratio: row.p99_ms / row.simulated_p99_ms }));
  const [ratio, ends] = [medianOf(ratios, "ratio"), extremes(ratios, "ratio")];
  if (ratio === undefined || ends === undefined) return [];
  const { policy, scenario, share_percent: share } = ends.most;
  return [
    `Processes against the simulation of the same policy: the p99 is ${times(ratio)} as high in ` +
      `the median, at most ${times(ends.most.ratio)} (${policy}, ${scenario} at ${share} %).`,
  ];
}
