/** The table of a throughput measurement: a line for each system, size and operation. */

import { type Measurement, manyClients } from "./filestore-throughput.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { marked, type Summary, summarize } from "./statistics.ts";

const head = [
  "protocol",
  "replicas",
  "operation",
  "1 client: a second",
  "p50 ms",
  "p99 ms",
  "64 clients: a second",
  "± 95 %",
  "at half that: p50 ms",
  "p90 ms",
  "p99 ms",
  "p99.9 ms",
  "max ms",
];

/** Medians over the repeats; the interval is of the mean, and `max` the worst of all. */
export function throughputTable(rows: readonly Measurement[]): string {
  const lines = Map.groupBy(
    rows,
    ({ protocol, replicas, operation }) => `${protocol} ${replicas} ${operation}`,
  );
  const table = [...lines.values()].map((line) => {
    const one = line.filter(({ clients }) => clients === 1);
    const many = line.filter(({ clients, loop }) => clients === manyClients && loop === "closed");
    const open = line.filter(({ loop }) => loop === "open");
    const [{ protocol, replicas, operation }] = line as [Measurement];
    const throughput = over(many, "per_second");
    return [
      protocol,
      String(replicas),
      operation === "mix" ? "90 % read" : operation,
      count(over(one, "per_second").median),
      milliseconds(over(one, "p50_ms").median),
      milliseconds(over(one, "p99_ms").median),
      marked(throughput, count),
      count(throughput.ci95),
      milliseconds(over(open, "p50_ms").median),
      milliseconds(over(open, "p90_ms").median),
      milliseconds(over(open, "p99_ms").median),
      milliseconds(over(open, "p999_ms").median),
      milliseconds(over(open, "max_ms").max),
    ];
  });
  return markdownTable({ head, rows: table });
}

type Figure = "per_second" | "p50_ms" | "p90_ms" | "p99_ms" | "p999_ms" | "max_ms";

function over(rows: readonly Measurement[], figure: Figure): Summary {
  return summarize(rows.map((row) => row[figure]));
}
