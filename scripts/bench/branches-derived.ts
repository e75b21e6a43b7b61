/** Targets and graphs of the branch bank, from its raw tables. */
import type { StartToOutput } from "./branches-hundred.ts";
import { depositsPerSecond, manyCustomers, medianPoints } from "./branches-table.ts";
import type { Measurement } from "./branches-throughput.ts";
import { type Derivation, graphsOf } from "./derivation.ts";
import { lineGraph } from "./graph.ts";
import type { ResultFolder } from "./result-folder.ts";
import { summarize } from "./statistics.ts";
import { atLeast, atMost, below, type Target } from "./targets.ts";

/** The sizes that were asked for. */
const asked = { branches: 10, many: 100 };

function targets(folder: ResultFolder): Target[] {
  const many = folder
    .rows<StartToOutput>("start-to-output")
    .filter(({ branches }) => branches === asked.many);
  const median = (values: readonly number[]) =>
    values.length === 0 ? undefined : summarize(values).median;
  const rates = folder.rows<Measurement>("throughput");
  return [
    atLeast(
      `${asked.branches} branches, ${manyCustomers} customers: deposits a second`,
      1_000,
      depositsPerSecond(rates, asked.branches),
    ),
    atMost(
      `${asked.many} branches, ${asked.many} customers: start to output, s`,
      15,
      median(many.map(({ seconds }) => seconds)),
    ),
    below(
      `memory of ${asked.many} branches, MiB`,
      8 * 1_024,
      median(many.map(({ memory_mib }) => memory_mib)),
    ),
  ];
}

function draw(rows: readonly Measurement[]): Record<string, string> {
  const rate = (name: string, customers: number) => ({
    name,
    points: medianPoints(rows, customers, "closed", (row) => row.per_second),
  });
  const latency = (name: string, pick: (row: Measurement) => number) => ({
    name,
    points: medianPoints(rows, manyCustomers, "open", pick),
  });
  return {
    throughput: lineGraph({
      title: "Deposits a second by number of branches",
      x: { name: "branches" },
      y: { name: "deposits a second" },
      series: [rate(`${manyCustomers} customers`, manyCustomers), rate("one customer", 1)],
    }),
    latency: lineGraph({
      title: "How long a deposit takes at half of the most, by number of branches",
      x: { name: "branches" },
      y: { name: "latency (ms)" },
      series: [
        latency("p50", (row) => row.p50_ms),
        latency("p90", (row) => row.p90_ms),
        latency("p99", (row) => row.p99_ms),
      ],
    }),
  };
}

export const branchesDerivation: Derivation = {
  targets,
  graphs: (folder) => graphsOf(folder, "throughput", draw),
};
