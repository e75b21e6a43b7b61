/** What the figures of the two stores say. */

import type { ConcurrentRow } from "../bench/failover-concurrent.ts";
import type { OutageRow } from "../bench/failover-outages.ts";
import type { SequenceRow } from "../bench/failover-sequence.ts";
import type { Measurement } from "../bench/filestore-throughput.ts";
import type { ResultFolder } from "../bench/result-folder.ts";
import { summarize } from "../bench/statistics.ts";
import { extremes, figure, growth, medianOf, mediansBy, times } from "./sentences.ts";

export function observeFilestore(folder: ResultFolder): string[] {
  const rows = folder.rows<Measurement>("throughput");
  const closed = rows.filter(({ loop }) => loop === "closed");
  const most = Math.max(...closed.map(({ clients }) => clients));
  const sizes = [...new Set(rows.map(({ replicas }) => replicas))];
  return [
    ...sizes.flatMap((replicas) =>
      ["read", "write"].map((operation) => {
        const same = closed.filter((row) => {
          return row.replicas === replicas && row.operation === operation && row.clients === most;
        });
        return rankSentence(same, `${replicas} replicas, ${most} clients, ${operation}s`);
      }),
    ),
    ...replicaSentences(closed.filter(({ clients }) => clients === most)),
    ...clientSentences(
      closed.filter(({ replicas, operation }) => {
        return replicas === Math.min(...sizes) && operation !== "mix";
      }),
    ),
    ...tailSentences(
      rows.filter(({ loop, operation }) => loop === "open" && operation === "write"),
    ),
  ];
}

function rankSentence(rows: readonly Measurement[], where: string): string {
  const protocols = [...Map.groupBy(rows, ({ protocol }) => protocol)];
  const ranked = protocols.map(([protocol, own]) => {
    const { median: rate, mean, ci95 } = summarize(own.map(({ per_second }) => per_second));
    return { protocol, rate, from: mean - ci95, to: mean + ci95 };
  });
  const ends = extremes(ranked, "rate");
  if (ends === undefined) return "";
  const { least, most } = ends;
  const overlap = most.from <= least.to ? ", though their 95 % intervals overlap" : "";
  return (
    `${where}: ${most.protocol} does most (${figure(most.rate)} a second), ` +
    `${times(most.rate / least.rate)} what ${least.protocol} does, which does least${overlap}.`
  );
}

/** What more replicas cost. */
function replicaSentences(rows: readonly Measurement[]): string[] {
  const writes = rows.filter(({ operation }) => operation === "write");
  return [...Map.groupBy(writes, ({ protocol }) => protocol)].flatMap(([protocol, own]) => {
    const points = mediansBy(own, "replicas", "per_second");
    const [few, many] = [points[0], points.at(-1)];
    if (few === undefined || many === undefined || few === many) return [];
    return [
      `Replicas: ${protocol} writes fall from ${figure(few[1])} a second with ${few[0]} replicas ` +
        `to ${figure(many[1])} with ${many[0]}, by ${times(few[1] / many[1])}.`,
    ];
  });
}

function clientSentences(rows: readonly Measurement[]): string[] {
  const grouped = Map.groupBy(rows, ({ protocol, operation }) => `${protocol} ${operation}`);
  return [...grouped].map(([what, own]) => {
    const replicas = own[0]?.replicas;
    const curve = growth(mediansBy(own, "clients", "per_second"), "clients", "a second");
    return `Clients: ${what}, ${replicas} replicas: throughput ${curve}.`;
  });
}

function tailSentences(rows: readonly Measurement[]): string[] {
  return [...Map.groupBy(rows, ({ replicas }) => replicas)].flatMap(([replicas, own]) => {
    const p99 = (protocol: string) => {
      return medianOf(
        own.filter((row) => row.protocol === protocol),
        "p99_ms",
      );
    };
    const [blocking, nonblocking] = [p99("blocking"), p99("nonblocking")];
    if (blocking === undefined || nonblocking === undefined) return [];
    const more = `${figure(blocking)} ms against ${figure(nonblocking)} ms`;
    return [
      `Waiting for all ${replicas} replicas makes the p99 of writes at half of the most ` +
        `${times(blocking / nonblocking)} that of answering before them (${more}).`,
    ];
  });
}

export function observeFailover(folder: ResultFolder): string[] {
  const one = folder
    .rows<SequenceRow>("sequence")
    .filter(({ clients, keys }) => clients === 1 && keys === "uniform");
  return [
    ...[...Map.groupBy(one, ({ servers }) => servers)].flatMap(([servers, own]) => {
      const rate = (operation: string) => medianOf(of(own, operation), "per_second");
      const [get, put] = [rate("get"), rate("put")];
      if (get === undefined || put === undefined) return [];
      return [
        `One client, ${servers} servers: gets are ${times(get / put)} as many a second as puts ` +
          `(${figure(get)} against ${figure(put)}), since a put waits for all servers.`,
      ];
    }),
    ...["get", "put", "mixed"].flatMap((operation) => {
      const points = mediansBy(of(one, operation), "servers", "per_second");
      const [few, many] = [points[0], points.at(-1)];
      if (few === undefined || many === undefined || few === many) return [];
      return [
        `Servers: ${operation} goes from ${figure(few[1])} a second with ${few[0]} servers to ` +
          `${figure(many[1])} with ${many[0]}, on the same machine.`,
      ];
    }),
    ...hotSentences(folder.rows("sequence")),
    ...concurrentSentences(folder.rows("concurrent")),
    ...outageSentences(folder.rows("outages")),
  ];
}

const of = (rows: readonly SequenceRow[], operation: string) =>
  rows.filter((row) => row.operation === operation);

function hotSentences(rows: readonly SequenceRow[]): string[] {
  const one = rows.filter(({ clients }) => clients === 1);
  return [...Map.groupBy(of(one, "put"), ({ servers }) => servers)].flatMap(([servers, own]) => {
    const rate = (keys: string) =>
      medianOf(
        own.filter((row) => row.keys === keys),
        "per_second",
      );
    const [hot, uniform] = [rate("hot"), rate("uniform")];
    if (hot === undefined || uniform === undefined) return [];
    return [
      `Hot keys, ${servers} servers: ${times(hot / uniform)} the puts a second of uniform keys ` +
        `(${figure(hot)} and ${figure(uniform)}).`,
    ];
  });
}

function concurrentSentences(rows: readonly ConcurrentRow[]): string[] {
  const groups = [...Map.groupBy(rows, ({ operation }) => operation)].map(([operation, own]) => {
    const rate = figure(medianOf(own, "per_second") ?? 0);
    return `${rate} ${operation} at a p99 of ${figure(medianOf(own, "p99_ms") ?? 0)} ms`;
  });
  const [first] = rows;
  if (first === undefined) return [];
  return [`${first.clients} clients on ${first.servers} servers a second: ${groups.join("; ")}.`];
}

function outageSentences(rows: readonly OutageRow[]): string[] {
  return [...Map.groupBy(rows, ({ guarantee }) => guarantee)].map(([guarantee, own]) => {
    const gap = (killed: string) => {
      const same = own.filter((row) => row.killed === killed);
      return figure(medianOf(same, "longest_without_put_ms") ?? Number.NaN);
    };
    return (
      `A death under \`${guarantee}\`: no put is answered for ${gap("the primary")} ms when the ` +
      `primary is killed, ${gap("a backup")} ms when a backup is, ${gap("nobody")} ms when ` +
      "nobody is."
    );
  });
}
