/** Latencies as a histogram: whole microseconds inside, milliseconds outside. */
import { createHistogram } from "node:perf_hooks";

/** In milliseconds; all 0 when nothing was recorded. */
export interface Percentiles {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** @param latenciesMs one a call; anything below a microsecond counts as one */
export function percentilesOf(latenciesMs: Iterable<number>): Percentiles {
  const histogram = createHistogram();
  for (const latencyMs of latenciesMs) {
    histogram.record(Math.max(1, Math.round(latencyMs * 1_000)));
  }
  const at = (percent: number) => histogram.percentile(percent) / 1_000;
  const max = histogram.count === 0 ? 0 : histogram.max / 1_000;
  return { p50: at(50), p90: at(90), p99: at(99), p999: at(99.9), max };
}
