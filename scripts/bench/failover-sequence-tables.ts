/** What requests in sequence took, beside what was published: tables and graphs. */
import { mixes } from "../../harness/failover/trace-generator.ts";
import { publishedPerSecond, publishedSeconds, targetPerSecond } from "./failover-published.ts";
import type { SequenceRow } from "./failover-sequence.ts";
import { barGraph } from "./graph.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { marked, summarize } from "./statistics.ts";

type Figure = "per_second" | "seconds" | "p50_ms" | "p90_ms" | "p99_ms" | "max_ms";

function median(rows: readonly SequenceRow[], figure: Figure): number {
  return summarize(rows.map((row) => row[figure])).median;
}

/** One client: a line for each size, number of requests, operation and spread of keys. */
export function throughputTable(rows: readonly SequenceRow[]): string {
  const one = rows.filter(({ clients }) => clients === 1);
  const lines = Map.groupBy(one, ({ servers, requests, operation, keys }) =>
    [servers, requests, operation, keys].join(" "),
  );
  const table = [...lines.values()].map((same) => {
    const [{ servers, requests, operation, keys }] = same as [SequenceRow];
    const ourRate = summarize(same.map(({ per_second }) => per_second));
    const ours = ourRate.median;
    const published = publishedPerSecond(servers, operation);
    const target = targetPerSecond(servers, operation);
    return [
      ...[String(servers), count(requests), operation, keys, marked(ourRate, count)],
      ...[milliseconds(median(same, "p50_ms")), milliseconds(median(same, "p90_ms"))],
      ...[milliseconds(median(same, "p99_ms")), milliseconds(median(same, "max_ms"))],
      published === undefined ? "" : count(published),
      published === undefined ? "" : (ours / published).toFixed(1),
      target === undefined ? "" : count(target),
      target === undefined ? "" : ours >= target ? "reached" : "missed",
    ];
  });
  const head = ["servers", "requests", "operation", "keys", "a second", "p50 ms", "p90 ms"];
  head.push("p99 ms", "max ms", "published", "ratio", "target", "");
  return markdownTable({ head, rows: table });
}

/** The same requests by more clients: seconds until the last one is done. */
export function clientsTable(rows: readonly SequenceRow[]): string {
  const [first] = rows;
  const same = rows.filter(
    ({ servers, requests, keys }) =>
      servers === first?.servers && requests === first.requests && keys === "uniform",
  );
  const lines = Map.groupBy(same, ({ clients, operation }) => `${clients} ${operation}`);
  const table = [...lines.values()].map((those) => {
    const [place] = those as [SequenceRow];
    const { clients, requests, operation } = place;
    const ours = median(those, "seconds");
    const published = publishedSeconds(place, operation);
    return [
      ...[String(clients), count(requests / clients), operation],
      ...[ours.toFixed(2), count(median(those, "per_second"))],
      ...[milliseconds(median(those, "p50_ms")), milliseconds(median(those, "p99_ms"))],
      published === undefined ? "" : published.toFixed(2),
      published === undefined ? "" : (published / ours).toFixed(1),
    ];
  });
  const head = ["clients", "requests of each", "operation", "seconds", "a second", "p50 ms"];
  head.push("p99 ms", "published seconds", "times faster");
  return markdownTable({ head, rows: table });
}

/**
 * Operations a second of one client with uniform keys, at the fewest requests, which are repeated;
 * undefined if not measured.
 */
export function medianPerSecond(
  rows: readonly SequenceRow[],
  servers: number,
  operation: string,
): number | undefined {
  const own = rows.filter(
    (row) =>
      row.servers === servers &&
      row.operation === operation &&
      row.clients === 1 &&
      row.keys === "uniform",
  );
  const fewest = Math.min(...own.map(({ requests }) => requests));
  const same = own.filter(({ requests }) => requests === fewest);
  return same.length === 0 ? undefined : median(same, "per_second");
}

/** Operations a second, ours and published, by size; logarithmic, since they lie far apart. */
export function throughputGraph(rows: readonly SequenceRow[]): string {
  const sizes = [...new Set(rows.map(({ servers }) => servers))];
  return barGraph({
    title: "One client, uniform keys: operations a second",
    x: {
      name: "operation, servers",
      categories: sizes.flatMap((servers) => mixes.map((mix) => `${mix}, ${servers}`)),
    },
    y: { name: "operations a second", scale: "log", min: 1 },
    series: [
      {
        name: "published",
        values: sizes.flatMap((servers) =>
          mixes.map((mix) => publishedPerSecond(servers, mix) ?? null),
        ),
      },
      {
        name: "ours",
        values: sizes.flatMap((servers) =>
          mixes.map((mix) => medianPerSecond(rows, servers, mix) ?? null),
        ),
      },
    ],
  });
}

/** Latencies of one client by size. */
export function latencyGraph(rows: readonly SequenceRow[]): string {
  const one = rows.filter(({ clients, keys }) => clients === 1 && keys === "uniform");
  const groups = [...Map.groupBy(one, ({ operation, servers }) => `${operation}, ${servers}`)];
  const figures = ["p50_ms", "p90_ms", "p99_ms"] as const;
  return barGraph({
    title: "One client, uniform keys: latency",
    x: { name: "operation, servers", categories: groups.map(([name]) => name) },
    y: { name: "latency (ms)" },
    series: figures.map((figure) => ({
      name: figure.replace("_ms", ""),
      values: groups.map(([, same]) => median(same, figure)),
    })),
  });
}
