/** How a network behaves when nobody harms it on purpose. */

import type { Random } from "../../nodes/host/host.ts";
import { between } from "./draws.ts";

/** How long a packet travels one way, in milliseconds. */
export type Latency =
  | { readonly kind: "constant"; readonly ms: number }
  | { readonly kind: "uniform"; readonly minMs: number; readonly maxMs: number }
  | { readonly kind: "exponential"; readonly minMs: number; readonly meanMs: number };

export interface NetworkModel {
  readonly latency: Latency;
  /** Probability from 0 to 1 that a request, or a reply, is lost without a trace. */
  readonly loseRequest: number;
  readonly loseReply: number;
  /** Probability that a request arrives, and is executed, twice. */
  readonly duplicate: number;
  /** Whether packets from one node to another keep their order. Calls over HTTP/2 need not. */
  readonly fifo: boolean;
}

const reliable = { loseRequest: 0, loseReply: 0, duplicate: 0, fifo: false };

/** The networks that have a name. */
export const networks: ReadonlyMap<string, NetworkModel> = new Map<string, NetworkModel>([
  ["lan", { ...reliable, latency: { kind: "uniform", minMs: 0.2, maxMs: 2 } }],
  ["wan", { ...reliable, latency: { kind: "exponential", minMs: 5, meanMs: 20 } }],
  [
    // The unreliable network of the labrpc package of MIT's course 6.5840, but with both ways
    // delayed, and with silence where that package tells the caller of the loss.
    "mit-unreliable",
    {
      latency: { kind: "uniform", minMs: 0, maxMs: 26 },
      loseRequest: 0.1,
      loseReply: 0.1,
      duplicate: 0,
      fifo: false,
    },
  ],
]);

/** One draw of a latency, in milliseconds. */
export function drawLatency(latency: Latency, random: Random): number {
  switch (latency.kind) {
    case "constant":
      return latency.ms;
    case "uniform":
      return between(random, latency.minMs, latency.maxMs);
    case "exponential":
      return latency.minMs - (latency.meanMs - latency.minMs) * Math.log(1 - random.number());
  }
}
