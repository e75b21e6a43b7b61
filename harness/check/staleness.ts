import { quantileSorted } from "simple-statistics";
import { type Operation, precedes } from "./history.ts";
import { acknowledgedWrites, compareBytes, type KeyView, sourceOf } from "./register-view.ts";

/** How far one read was behind the writes that were acknowledged when it began. */
export interface StaleRead {
  readonly operation: Operation;
  /** Acknowledged writes of the key that are newer than what was returned. */
  readonly versionsBehind: number;
  /** Milliseconds since the first of those was acknowledged; 0 when there is none. */
  readonly behindMs: number;
}

export interface Summary {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

export interface Staleness {
  /** The node that answered, or `unknown`. */
  readonly node: string;
  readonly reads: number;
  /** Reads that returned what an acknowledged write had replaced. */
  readonly staleReads: number;
  readonly versionsBehind: Summary;
  readonly behindMs: Summary;
}

/** Each read whose write is known, against the order of the writes (`KeyView.older`). */
export function staleReads(views: readonly KeyView[]): StaleRead[] {
  return views.flatMap((view) => {
    const acknowledged = acknowledgedWrites(view);
    return view.reads.flatMap((read) => {
      const source = sourceOf(read);
      if (source === undefined) return [];
      const newer = acknowledged.filter(
        (write) => precedes(write.operation, read.operation) && view.older(source, write),
      );
      const since = Math.min(...newer.map(({ operation }) => operation.returnedAt));
      const behindMs = newer.length === 0 ? 0 : read.operation.invokedAt - since;
      return [{ operation: read.operation, versionsBehind: newer.length, behindMs }];
    });
  });
}

/** One row a node, sorted by its name. */
export function stalenessByNode(views: readonly KeyView[]): Staleness[] {
  const byNode = Map.groupBy(staleReads(views), (read) => read.operation.node ?? "unknown");
  return [...byNode]
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([node, reads]) => ({
      node,
      reads: reads.length,
      staleReads: reads.filter((read) => read.versionsBehind > 0).length,
      versionsBehind: summaryOf(reads.map((read) => read.versionsBehind)),
      behindMs: summaryOf(reads.map((read) => read.behindMs)),
    }));
}

function summaryOf(values: number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (quantile: number) => quantileSorted(sorted, quantile);
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}
