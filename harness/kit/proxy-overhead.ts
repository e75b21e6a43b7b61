import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import type { Table } from "./table.ts";

/** One way to make the same call. */
export interface Path {
  /** Such as `through the proxy`. */
  readonly name: string;
  readonly call: () => Promise<unknown>;
}

const warmUpCalls = 100;
const rounds = 4;
const callsInTurn = 50;
const callsAtOnce = 16;
const callsTogether = 160;

/**
 * Measures calls on several paths, in rounds so that each has the same share of what else the
 * machine does: their latency one by one, and how many go through in a second when 16 are under way
 * at any time. Takes about a second on a quiet machine. The caller shares this process with the
 * proxies, so the figures are those of a run of faults, not of a proxy on a processor of its own.
 */
export async function proxyOverhead(paths: readonly Path[]): Promise<Table> {
  const measured = paths.map((path) => ({ ...path, latency: createHistogram(), togetherMs: 0 }));
  for (const { call } of paths) for (let count = 0; count < warmUpCalls; count++) await call();
  for (let round = 0; round < rounds; round++) {
    for (const path of measured) {
      await oneByOne(path.call, path.latency);
      path.togetherMs += await together(path.call);
    }
  }
  const rows = measured.map(({ name, latency, togetherMs }) => {
    const milliseconds = (percent: number) => (latency.percentile(percent) / 1000).toFixed(2);
    const perSecond = ((rounds * callsTogether) / togetherMs) * 1000;
    return [name, perSecond.toFixed(0), milliseconds(50), milliseconds(99)];
  });
  return { head: ["path", "calls per second", "p50 in ms", "p99 in ms"], rows };
}

/** Records microseconds. */
async function oneByOne(call: Path["call"], latency: RecordableHistogram): Promise<void> {
  for (let count = 0; count < callsInTurn; count++) {
    const startedMs = performance.now();
    await call();
    latency.record(Math.max(1, Math.round((performance.now() - startedMs) * 1000)));
  }
}

/** How long it took, in milliseconds. */
async function together(call: Path["call"]): Promise<number> {
  const startedMs = performance.now();
  let left = callsTogether;
  const caller = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: callsAtOnce }, caller));
  return performance.now() - startedMs;
}
