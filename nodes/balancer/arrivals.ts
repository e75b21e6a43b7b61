/** The calls of an open loop: when each is due, and how much work it is. */
import type { Random } from "../host/host.ts";
import { drawServiceTime } from "./service-time.ts";

export interface ArrivalPlan {
  readonly ratePerSecond: number;
  readonly durationMs: number;
  /** Mean size of a task, and how sizes are distributed. */
  readonly meanSize: number;
  readonly distribution: string;
}

export interface Arrival {
  /** Since the start. */
  readonly dueMs: number;
  readonly size: number;
}

/**
 * A Poisson process: callers that know nothing of one another. The same random source gives the
 * same arrivals, so that a simulation can have those of a measurement.
 */
export function drawArrivals(random: Random, plan: ArrivalPlan): Arrival[] {
  const { ratePerSecond, durationMs, meanSize, distribution } = plan;
  const arrivals: Arrival[] = [];
  const gapMs = () => (-Math.log(1 - random.number()) * 1_000) / ratePerSecond;
  for (let dueMs = gapMs(); dueMs < durationMs; dueMs += gapMs()) {
    const size = Math.round(drawServiceTime(meanSize, distribution, random));
    arrivals.push({ dueMs, size });
  }
  return arrivals;
}
