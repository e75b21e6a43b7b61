/** Targets and graphs of the file store, from its raw tables. */
import type { ComparisonRow } from "./comparison.ts";
import { medianRatio } from "./comparison-ratios.ts";
import { type Derivation, graphsOf } from "./derivation.ts";
import type { StartUpRow } from "./filestore-start-up.ts";
import type { Measurement } from "./filestore-throughput.ts";
import { lineGraph } from "./graph.ts";
import type { ResultFolder } from "./result-folder.ts";
import { summarize } from "./statistics.ts";
import { atLeast, atMost, below, type Target } from "./targets.ts";

/** The works of `etcd.csv` as they begin. */
const works = {
  oneServer: "rewrite one object",
  spread: "the same, 3 × 14",
  inSequence: "the same, one client",
  reads: "read, 8 × 16",
};

function targets(folder: ResultFolder): Target[] {
  const etcd = folder.rows<ComparisonRow>("etcd");
  const starts = folder.rows<StartUpRow>("start-up");
  const of = (work: string) => etcd.filter((row) => row.work.startsWith(work));
  const reads = of(works.reads).filter(({ system }) => system === "ours");
  const median = (values: readonly number[]) =>
    values.length === 0 ? undefined : summarize(values).median;
  const start = (what: StartUpRow["what"], replicas: number) =>
    starts.filter((row) => row.what === what && row.replicas === replicas);
  const alone = start("one replica", 1);
  return [
    atLeast(
      "writes through one of three replicas, times etcd's",
      1,
      medianRatio(of(works.oneServer), "per_second"),
    ),
    atLeast(
      "writes through all three replicas, times etcd's",
      1.3,
      medianRatio(of(works.spread), "per_second"),
    ),
    atMost(
      "p50 of one client's writes in sequence, times etcd's",
      2,
      medianRatio(of(works.inSequence), "p50_ms"),
    ),
    atLeast(
      "reads a second from one replica",
      12_000,
      median(reads.map(({ per_second }) => per_second)),
    ),
    atMost(
      "50 replicas from the first spawn to the last READY, s",
      10,
      median(start("all replicas", 50).map((row) => row.milliseconds / 1_000)),
    ),
    atMost(
      "one replica from its spawn to READY, ms",
      150,
      median(alone.map(({ milliseconds }) => milliseconds)),
    ),
    below("memory of one replica, MiB", 80, median(alone.map(({ resident_mib }) => resident_mib))),
  ];
}

type Figure = "per_second" | "p50_ms" | "p99_ms";

/** A line for each protocol, at one operation. */
function lines(
  rows: readonly Measurement[],
  across: "clients" | "replicas",
  figure: Figure,
): { name: string; points: [number, number][] }[] {
  const grouped = Map.groupBy(rows, ({ protocol, operation }) => `${protocol}, ${operation}`);
  return [...grouped].map(([name, own]) => ({
    name,
    points: [...Map.groupBy(own, (row) => row[across])]
      .map(([x, same]): [number, number] => [x, summarize(same.map((row) => row[figure])).median])
      .toSorted(([one], [other]) => one - other),
  }));
}

function draw(rows: readonly Measurement[]): Record<string, string> {
  const plain = rows.filter(({ operation }) => operation !== "mix");
  const closed = plain.filter(({ loop }) => loop === "closed");
  const fewest = Math.min(...rows.map(({ replicas }) => replicas));
  const most = Math.max(...rows.map(({ clients }) => clients));
  const small = closed.filter(({ replicas }) => replicas === fewest);
  const clients = { name: "clients at once, closed loop", scale: "log" } as const;
  const replicas = { name: "replicas" };
  return {
    "throughput-by-clients": lineGraph({
      title: `${fewest} replicas: operations a second by clients`,
      x: clients,
      y: { name: "operations a second", scale: "log" },
      series: lines(small, "clients", "per_second"),
    }),
    "latency-by-clients": lineGraph({
      title: `${fewest} replicas: median latency by clients`,
      x: clients,
      y: { name: "p50 (ms)", scale: "log" },
      series: lines(small, "clients", "p50_ms"),
    }),
    "throughput-by-replicas": lineGraph({
      title: `${most} clients: operations a second by replicas`,
      x: replicas,
      y: { name: "operations a second" },
      series: lines(
        closed.filter((row) => row.clients === most),
        "replicas",
        "per_second",
      ),
    }),
    "p99-by-replicas": lineGraph({
      title: "p99 at half of the most, by replicas",
      x: replicas,
      y: { name: "p99 (ms)", scale: "log" },
      series: lines(
        plain.filter(({ loop }) => loop === "open"),
        "replicas",
        "p99_ms",
      ),
    }),
  };
}

export const filestoreDerivation: Derivation = {
  targets,
  graphs: (folder) => graphsOf(folder, "throughput", draw),
};
