/** The sizes of quorums: which are valid, and which replicas make one (Gifford 1979). */
import type { Random } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Member } from "./membership.ts";

export interface QuorumSizes {
  /** N */
  readonly replicas: number;
  /** N_r */
  readonly readQuorum: number;
  /** N_w */
  readonly writeQuorum: number;
}

/** Why these sizes can't keep the replicas consistent, in a sentence; undefined when they can. */
export function quorumProblem(sizes: QuorumSizes): string | undefined {
  const { replicas: n, readQuorum: r, writeQuorum: w } = sizes;
  if (r < 1 || r > n) return `N_r = ${r} must be at least 1 and at most N = ${n}.`;
  if (w < 1 || w > n) return `N_w = ${w} must be at least 1 and at most N = ${n}.`;
  if (r + w <= n) {
    return `N_r + N_w = ${r + w} must be greater than N = ${n}, or a read can miss a write.`;
  }
  if (2 * w <= n) {
    return `N_w = ${w} must be greater than N / 2 = ${n / 2}, or two writes can miss each other.`;
  }
  return undefined;
}

/** How many replicas an operation asks. */
export function quorumSize(
  sizes: QuorumSizes,
  request: { readonly operation: string; readonly linearizable: boolean },
): number {
  if (request.operation !== "READ") return sizes.writeQuorum;
  // What one read wrote back, the next must see: two read quorums have to meet as well.
  const majority = Math.floor(sizes.replicas / 2) + 1;
  return request.linearizable ? Math.max(sizes.readQuorum, majority) : sizes.readQuorum;
}

/** Members for one operation, chosen at random. @throws RpcError when too few are alive */
export function pickQuorum(
  random: Random,
  members: readonly Member[],
  sizes: QuorumSizes,
  request: { readonly operation: string; readonly linearizable: boolean },
): Member[] {
  const size = quorumSize(sizes, request);
  if (members.length >= size) return random.sample(members, size);
  const details = `a ${request.operation} needs ${size} replicas, ${members.length} are registered`;
  throw new RpcError("UNAVAILABLE", details);
}
