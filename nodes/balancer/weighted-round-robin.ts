/**
 * Turns in proportion to what each backend can do, by its own reports: gRPC's proposal A58,
 * "Client-Side Weighted Round Robin". Its periods fit our reports, which come a hundred times as
 * often as there: blackout 1 s instead of 10 s, expiry 1 s instead of 3 min.
 */
import type { Candidate, Policy } from "./policy.ts";
import { roundRobin } from "./round-robin.ts";

/** A backend that has just started reports too few requests to say what it can do. */
const blackoutMs = 1_000;
/** What was reported longer ago says nothing of now. */
const expiryMs = 1_000;
/** How much an error counts: as much as if it had kept the backend busy instead. */
const errorPenalty = 1;

/** Weights are whole numbers up to this, as in gRPC. */
const maxWeight = 65_535;

/** Requests a second at full utilization; 0 where the reports don't say. */
function weightOf(candidate: Candidate, nowMs: number): number {
  const { load, reportedAtMs, firstReportedAtMs } = candidate;
  if (load === undefined || load.requestsPerSecond === 0 || load.utilization === 0) return 0;
  if (nowMs - firstReportedAtMs < blackoutMs || nowMs - reportedAtMs > expiryMs) return 0;
  const { requestsPerSecond, errorsPerSecond, utilization } = load;
  return requestsPerSecond / (utilization + (errorsPerSecond / requestsPerSecond) * errorPenalty);
}

/**
 * The static stride scheduler of A58: each generation of turns passes by all backends, and one with
 * half the greatest weight is taken in every second generation. Where fewer than two backends have
 * a weight, turns are equal; one without counts as the mean of the others.
 */
export const weightedRoundRobin: Policy = (choosing) => {
  const { candidates, nowMs, nextTurn } = choosing;
  const weights = candidates.map((candidate) => weightOf(candidate, nowMs));
  const known = weights.filter((weight) => weight > 0);
  if (known.length < 2) return roundRobin(choosing);
  const mean = known.reduce((sum, weight) => sum + weight, 0) / known.length;
  const scale = maxWeight / Math.max(...known);
  for (;;) {
    // The heaviest is taken in every generation, so this ends within one.
    const turn = nextTurn();
    const index = turn % candidates.length;
    const generation = Math.floor(turn / candidates.length);
    const weight = Math.max(1, Math.round((weights[index] || mean) * scale));
    const place = (weight * generation + (index * maxWeight) / 2) % maxWeight;
    const candidate = candidates[index];
    if (candidate !== undefined && place >= maxWeight - weight) return candidate;
  }
};
