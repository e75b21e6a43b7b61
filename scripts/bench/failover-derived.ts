/** Targets and graphs of the fail-over store, from its raw tables. */
import { mixes } from "../../harness/failover/trace-generator.ts";
import { type Derivation, graphsOf } from "./derivation.ts";
import type { ConcurrentRow } from "./failover-concurrent.ts";
import type { OutageRow } from "./failover-outages.ts";
import { publishedPerSecond, targetPerSecond, targets as wanted } from "./failover-published.ts";
import type { RevivalRow } from "./failover-revival.ts";
import type { SequenceRow } from "./failover-sequence.ts";
import { latencyGraph, medianPerSecond, throughputGraph } from "./failover-sequence-tables.ts";
import { barGraph } from "./graph.ts";
import type { ResultFolder } from "./result-folder.ts";
import { summarize } from "./statistics.ts";
import { atLeast, atMost, type Target } from "./targets.ts";

const sizes = [10, 30];

function targets(folder: ResultFolder): Target[] {
  const sequences = folder.rows<SequenceRow>("sequence");
  const { concurrentClients, concurrentServers } = wanted;
  const puts = folder
    .rows<ConcurrentRow>("concurrent")
    .filter(({ operation, clients, servers }) => {
      return operation === "put" && clients === concurrentClients && servers === concurrentServers;
    });
  const outages = folder.rows<OutageRow>("outages").filter(({ killed }) => killed !== "nobody");
  const revivals = folder
    .rows<RevivalRow>("revival")
    .filter(({ missed }) => missed >= wanted.missedPuts);
  const median = (values: readonly number[]) =>
    values.length === 0 ? undefined : summarize(values).median;
  return [
    ...sizes.flatMap((servers) =>
      mixes.map((mix) => {
        const published = publishedPerSecond(servers, mix);
        const name = `one client, ${servers} servers, ${mix}: operations a second`;
        const limit = Math.round(targetPerSecond(servers, mix) ?? 0);
        const measured = medianPerSecond(sequences, servers, mix);
        return atLeast(name, limit, measured, `published: ${published}`);
      }),
    ),
    atLeast(
      `${concurrentClients} clients, ${concurrentServers} servers: puts a second`,
      wanted.concurrentPutsPerSecond,
      median(puts.map(({ per_second }) => per_second)),
    ),
    ...[...Map.groupBy(outages, ({ guarantee }) => guarantee)].map(([guarantee, own]) => {
      const primary = own.filter(({ killed }) => killed === "the primary");
      const times = primary.map((row) => row.longest_without_put_ms);
      const worst = times.length === 0 ? "" : `the worst: ${Math.max(...times)}`;
      const name = `without a put while the primary is killed, ${guarantee}, ms`;
      return atMost(name, wanted.failOverMs, median(times), worst);
    }),
    atMost(
      `a revived server that missed ${wanted.missedPuts} puts serves again, ms`,
      wanted.revivalMs,
      median(revivals.map(({ serving_ms }) => serving_ms)),
    ),
  ];
}

/** The median of the longest gaps, by who is killed. */
function outageGraph(rows: readonly OutageRow[]): string {
  const victims = [...new Set(rows.map(({ killed }) => killed))];
  const bars = (
    guarantee: string,
    figure: "longest_without_put_ms" | "longest_without_get_ms",
  ) => ({
    name: `${guarantee}, ${figure.includes("put") ? "puts" : "gets"}`,
    values: victims.map((victim) => {
      const own = rows.filter((row) => row.guarantee === guarantee && row.killed === victim);
      return own.length === 0 ? null : summarize(own.map((row) => row[figure])).median;
    }),
  });
  const guarantees = [...new Set(rows.map(({ guarantee }) => guarantee))];
  return barGraph({
    title: "The longest time without an answer while a server is killed",
    x: { name: "who is killed", categories: victims },
    y: { name: "time (ms)" },
    series: guarantees.flatMap((guarantee) => [
      bars(guarantee, "longest_without_put_ms"),
      bars(guarantee, "longest_without_get_ms"),
    ]),
  });
}

export const failoverDerivation: Derivation = {
  targets,
  graphs: (folder) => [
    ...graphsOf(folder, "sequence", (rows: readonly SequenceRow[]) => ({
      throughput: throughputGraph(rows),
      latency: latencyGraph(rows),
    })),
    ...graphsOf(folder, "outages", (rows: readonly OutageRow[]) => ({
      outages: outageGraph(rows),
    })),
  ],
};
