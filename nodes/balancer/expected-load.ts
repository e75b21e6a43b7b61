/** How much a backend has to do now, by its last report and by what has happened since. */
import type { Candidate } from "./policy.ts";

/**
 * Calls that are expected to be at a backend, running or waiting: those of its report and those
 * handed out since, less what it will have finished since. Without the former, all calls between
 * two reports go to one backend; without the latter, a backend looks the busier the older its
 * report is, and the one that reported last gets a burst.
 */
export function expectedCalls(candidate: Candidate, nowMs: number): number {
  const { load, handedOut, reportedAtMs } = candidate;
  if (load === undefined) return handedOut;
  const { inFlight, queued, capacity, requestsPerSecond, utilization } = load;
  const calls = inFlight + queued + handedOut;
  // What all slots finish when busy, and the share of them that these calls keep busy.
  const atFullSpeed = utilization > 0 ? requestsPerSecond / utilization : 0;
  const busy = Math.min(1, calls / capacity);
  const finished = (atFullSpeed * busy * (nowMs - reportedAtMs)) / 1_000;
  return Math.max(0, calls - finished);
}

/** The same for each slot. A backend that has never reported counts as one with one slot. */
export function expectedLoad(candidate: Candidate, nowMs: number): number {
  return expectedCalls(candidate, nowMs) / (candidate.load?.capacity ?? 1);
}
