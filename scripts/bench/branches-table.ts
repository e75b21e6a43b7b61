/** What was measured of the branch bank, as a table and as points of a graph. */
import type { Measurement } from "./branches-throughput.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { marked, summarize } from "./statistics.ts";

export const manyCustomers = 32;

interface Group {
  readonly branches: number;
  readonly customers: number;
  readonly loop: string;
  readonly rows: readonly Measurement[];
}

/** Repeats of the same measurement together. */
function groups(rows: readonly Measurement[]): Group[] {
  const keyed = Map.groupBy(rows, (row) => `${row.branches} ${row.customers} ${row.loop}`);
  return [...keyed.values()].map((same) => {
    const { branches, customers, loop } = same[0] as Measurement;
    return { branches, customers, loop, rows: same };
  });
}

/** Medians over the repeats; `max` is the worst of all. */
export function throughputTable(rows: readonly Measurement[]): string {
  const head = ["branches", "customers", "loop", "deposits/s", "± 95 %", "p50 ms", "p90 ms"];
  const lines = groups(rows).map(({ branches, customers, loop, rows: same }) => {
    const rate = summarize(same.map((row) => row.per_second));
    const middle = (pick: (row: Measurement) => number) =>
      milliseconds(summarize(same.map(pick)).median);
    return [
      ...[`${branches}`, `${customers}`, loop, marked(rate, count), `±${count(rate.ci95)}`],
      ...[middle((row) => row.p50_ms), middle((row) => row.p90_ms), middle((row) => row.p99_ms)],
      ...[middle((row) => row.p999_ms), milliseconds(Math.max(...same.map((row) => row.max_ms)))],
    ];
  });
  return markdownTable({ head: [...head, "p99 ms", "p99.9 ms", "max ms"], rows: lines });
}

/** Median deposits a second of many customers, with so many branches; undefined if not measured. */
export function depositsPerSecond(rows: readonly Measurement[], branches: number) {
  const same = rows.filter(
    (row) => row.branches === branches && row.customers === manyCustomers && row.loop === "closed",
  );
  return same.length === 0 ? undefined : summarize(same.map((row) => row.per_second)).median;
}

/** Medians of a figure by the number of branches. */
export function medianPoints(
  rows: readonly Measurement[],
  customers: number,
  loop: string,
  pick: (row: Measurement) => number,
): [number, number][] {
  return groups(rows)
    .filter((group) => group.customers === customers && group.loop === loop)
    .map(({ branches, rows: same }) => [branches, summarize(same.map(pick)).median]);
}
