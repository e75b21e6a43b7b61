/** The graphs of a measurement of policies. */
import type { PolicyResults } from "./balancer-policies.ts";
import { barGraph, lineGraph } from "./graph.ts";

/** As they were measured, or read back. */
export type PolicyTables = {
  readonly [Name in keyof PolicyResults]: readonly PolicyResults[Name][number][];
};

/** By file name, without its ending. */
export function policyGraphs(results: PolicyTables, share: number): Record<string, string> {
  const graphs = new Map<string, string>();
  const at = <Row extends { readonly share_percent: number }>(rows: readonly Row[]) =>
    rows.filter(({ share_percent }) => share_percent === share);
  const rows = at(results.rows);
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  const policies = [...new Set(rows.map(({ policy }) => policy))];
  graphs.set(
    `p99-at-${share}`,
    barGraph({
      title: `p99 of response times at ${share} % load`,
      x: { name: "scenario", categories: scenarios },
      y: { name: "p99 (ms)", scale: "log" },
      series: policies.map((policy) => ({
        name: policy,
        values: scenarios.map((scenario) => {
          const row = rows.find((each) => each.scenario === scenario && each.policy === policy);
          return row?.p99_ms ?? null;
        }),
      })),
    }),
  );
  for (const scenario of scenarios) {
    const own = <Row extends { readonly scenario: string; readonly share_percent: number }>(
      all: readonly Row[],
    ) => at(all).filter((row) => row.scenario === scenario);
    graphs.set(
      `${scenario}-responses`,
      lineGraph({
        title: `${scenario}: response times at ${share} % load`,
        x: { name: "response time (ms)", scale: "log" },
        y: { name: "share of calls", max: 1 },
        series: policies.map((policy) => ({
          name: policy,
          points: own(results.responses)
            .filter((row) => row.policy === policy)
            .map(({ quantile, response_ms }) => [Math.max(1, response_ms), quantile] as const),
        })),
      }),
    );
    graphs.set(
      `${scenario}-throughput`,
      lineGraph({
        title: `${scenario}: answers a second at ${share} % load`,
        x: { name: "time (s)" },
        y: { name: "answers a second" },
        series: policies.map((policy) => ({
          name: policy,
          points: own(results.times)
            .filter((row) => row.policy === policy)
            .map(({ at_ms, per_second }) => [at_ms / 1_000, per_second] as const),
        })),
      }),
    );
    const backends = [...new Set(own(results.backends).map(({ backend }) => backend))];
    graphs.set(
      `${scenario}-shares`,
      barGraph({
        title: `${scenario}: calls of each backend at ${share} % load`,
        x: { name: "backend", categories: backends },
        y: { name: "calls" },
        series: policies.map((policy) => ({
          name: policy,
          values: backends.map((backend) => {
            const row = own(results.backends).find((each) => {
              return each.policy === policy && each.backend === backend;
            });
            return row?.calls ?? null;
          }),
        })),
      }),
    );
    graphs.set(`${scenario}-utilization`, utilizationGraph(own(results.times), scenario, share));
  }
  return Object.fromEntries(graphs);
}

/** Of the backends together, how far the busiest and the idlest are apart, over time. */
function utilizationGraph(
  times: readonly PolicyResults["times"][number][],
  scenario: string,
  share: number,
): string {
  const ends = (utilization: string) => {
    const values = utilization
      .split(" ")
      .filter((text) => text !== "")
      .map(Number);
    return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
  };
  const policies = [...new Set(times.map(({ policy }) => policy))];
  return lineGraph({
    title: `${scenario}: busiest less idlest backend at ${share} % load`,
    x: { name: "time (s)" },
    y: { name: "difference of utilization", max: 1 },
    series: policies.map((policy) => ({
      name: policy,
      points: times
        .filter((row) => row.policy === policy)
        .map(({ at_ms, utilization }) => [at_ms / 1_000, ends(utilization)] as const),
    })),
  });
}
