/**
 * What a policy is: a pure function from what the balancer knows of the backends, and from chance,
 * to the one that the next call goes to. It keeps nothing from one call to the next.
 */
import type { Random } from "../host/host.ts";
import type { Load } from "./load.ts";

/** A backend that a call may go to. */
export interface Candidate {
  readonly id: string;
  /** Of its last report; undefined before the first. */
  readonly load: Load | undefined;
  /** When that came, and when the first of this incarnation came, by the balancer's clock. */
  readonly reportedAtMs: number;
  readonly firstReportedAtMs: number;
  /** Calls that were handed out to it since its last report. */
  readonly handedOut: number;
  /** Where it stands in the order of joining. */
  readonly joinedAt: number;
  /** Grows with time: when it was handed out last, or came onto the list. No two have the same. */
  readonly lastTurnAt: number;
}

export interface Choosing {
  /** At least one. */
  readonly candidates: readonly Candidate[];
  readonly nowMs: number;
  readonly random: Random;
  /** Counts on; the next call has the turn after the last that was counted. */
  nextTurn(): number;
}

export type Policy = (choosing: Choosing) => Candidate;

/**
 * The one with the least of something.
 * @param candidates at least one
 * @param measure worked out once for each
 * @param next decides where that is equal; turns decide in the end, so that equal ones take turns
 */
export function leastBy(
  candidates: readonly Candidate[],
  measure: (candidate: Candidate) => number,
  next: (candidate: Candidate) => number = turn,
): Candidate {
  let best: Candidate | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const value = measure(candidate);
    if (best !== undefined && value > least) continue;
    const isLess = best === undefined || value < least || isBefore(candidate, best, next);
    if (isLess) {
      best = candidate;
      least = value;
    }
  }
  if (best === undefined) throw new Error("there is nobody to choose from");
  return best;
}

/** How long ago it had its turn. */
export const turn = ({ lastTurnAt }: Candidate): number => lastTurnAt;

function isBefore(
  one: Candidate,
  other: Candidate,
  next: (candidate: Candidate) => number,
): boolean {
  const difference = next(one) - next(other);
  return difference === 0 ? turn(one) < turn(other) : difference < 0;
}
