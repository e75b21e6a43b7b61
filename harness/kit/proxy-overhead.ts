import { createHistogram } from "node:perf_hooks";
import type { Table } from "./table.ts";

/** One way to make the same call. */
export interface Path {
  /** Such as `through the proxy`. */
  readonly name: string;
  readonly call: () => Promise<unknown>;
}

const warmUpCalls = 100;
const callsInTurn = 200;
const callsAtOnce = 16;
const callsTogether = 1_600;

/**
 * Measures calls on several paths: their latency one by one, and how many go through in a second
 * when 16 are under way at any time. Takes about a second. The caller shares this process with the
 * proxies, so the figures are those of a run of faults, not of a proxy on a processor of its own.
 */
export async function proxyOverhead(paths: readonly Path[]): Promise<Table> {
  const rows: string[][] = [];
  for (const { name, call } of paths) {
    for (let count = 0; count < warmUpCalls; count++) await call();
    const latency = createHistogram();
    for (let count = 0; count < callsInTurn; count++) {
      const startedMs = performance.now();
      await call();
      latency.record(Math.max(1, Math.round((performance.now() - startedMs) * 1000)));
    }
    const perSecond = await throughput(call);
    const milliseconds = (quantile: number) => (latency.percentile(quantile) / 1000).toFixed(2);
    rows.push([name, perSecond.toFixed(0), milliseconds(50), milliseconds(99)]);
  }
  return { head: ["path", "calls per second", "p50 in ms", "p99 in ms"], rows };
}

async function throughput(call: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  let left = callsTogether;
  const caller = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: callsAtOnce }, caller));
  return (callsTogether / (performance.now() - startedMs)) * 1000;
}
