/** What the raw tables of each system hold: which columns say what was measured, which how much. */

export interface Figure {
  readonly column: string;
  readonly unit: string;
  /** What one would rather have. */
  readonly better: "more" | "less";
}

export interface Measured {
  /** The table's file, without its ending. */
  readonly result: string;
  /** Rows that agree in these columns are repeats of one measurement. */
  readonly keys: readonly string[];
  readonly figures: readonly Figure[];
}

const more = (column: string, unit: string): Figure => ({ column, unit, better: "more" });
const less = (column: string, unit: string): Figure => ({ column, unit, better: "less" });

const rate = more("per_second", "a second");
const [p50, p90, p99] = [less("p50_ms", "ms"), less("p90_ms", "ms"), less("p99_ms", "ms")];
const seconds = less("seconds", "s");
const megabytes = more("megabytes_per_second", "MB/s");

/** Two systems in turns at the same work. */
const contest = (result: string): Measured => {
  return { result, keys: ["work", "system"], figures: [rate, p50, p99] };
};

/** By system: the name of its folder in `results/` and of its script beside this file. */
export const catalog: ReadonlyMap<string, readonly Measured[]> = new Map([
  [
    "filestore",
    [
      {
        result: "throughput",
        keys: ["protocol", "replicas", "operation", "clients", "loop"],
        figures: [rate, p50, p90, p99],
      },
      contest("etcd"),
      { result: "start-up", keys: ["what", "replicas"], figures: [less("milliseconds", "ms")] },
    ],
  ],
  [
    "failover",
    [
      {
        result: "sequence",
        keys: ["servers", "clients", "requests", "operation", "keys"],
        figures: [rate, p50, p99],
      },
      {
        result: "concurrent",
        keys: ["servers", "clients", "operation"],
        figures: [rate, p50, p99],
      },
      {
        result: "outages",
        keys: ["guarantee", "servers", "killed"],
        figures: [less("longest_without_put_ms", "ms"), less("longest_without_get_ms", "ms")],
      },
      {
        result: "revival",
        keys: ["servers"],
        figures: [less("ready_ms", "ms"), less("serving_ms", "ms")],
      },
    ],
  ],
  [
    "balancer",
    [
      {
        result: "policies",
        keys: ["scenario", "share_percent", "policy"],
        figures: [rate, p50, p90, p99],
      },
      { result: "picks", keys: ["policy"], figures: [rate, p50, p99] },
      contest("reuse"),
      contest("nginx"),
    ],
  ],
  [
    "mapreduce",
    [
      {
        result: "throughput",
        keys: ["app", "megabytes", "workers"],
        figures: [seconds, megabytes, less("worker_mib", "MiB")],
      },
      { result: "peers", keys: ["peer"], figures: [seconds, megabytes] },
      { result: "failures", keys: ["what"], figures: [seconds] },
    ],
  ],
  [
    "strife",
    [
      {
        result: "payments",
        keys: ["banks", "clients", "payee"],
        figures: [rate, p50, p90, p99],
      },
      contest("postgres"),
    ],
  ],
  [
    "byzantine",
    [
      {
        result: "costs",
        keys: ["algorithm", "generals", "traitors"],
        figures: [less("campaign_ms", "ms")],
      },
      { result: "speeds", keys: ["what"], figures: [seconds, more("runs_per_second", "a second")] },
    ],
  ],
  [
    "branches",
    [
      {
        result: "throughput",
        keys: ["branches", "customers", "loop"],
        figures: [rate, p50, p90, p99],
      },
      {
        result: "start-to-output",
        keys: ["branches", "customers"],
        figures: [seconds, less("memory_mib", "MiB")],
      },
    ],
  ],
  [
    "calls",
    [
      {
        result: "calls",
        keys: ["kind", "peers", "at_once"],
        figures: [rate, less("caller_us", "µs"), less("peers_us", "µs")],
      },
    ],
  ],
]);
