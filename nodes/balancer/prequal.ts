/**
 * Of a few backends, the fastest that is not hot; where all are hot, the least loaded: the rule
 * "hot-cold lexicographic" of Wydrowski et al. 2024, "Load is not what you should balance:
 * Introducing Prequal", section 4. There, clients probe a few backends for each request; here the
 * reports take the place of the probes, and what has changed since them is reckoned.
 */
import { expectedCalls, expectedLoad } from "./expected-load.ts";
import { type Candidate, leastBy, type Policy } from "./policy.ts";

/** A backend with more requests in flight than this share of all is hot; the paper's 2^-0.25. */
const hotQuantile = 0.84;
/** How many are looked at: a few, so that callers don't all meet at the same one. */
const probes = 3;

export const prequal: Policy = ({ candidates, nowMs, random }) => {
  const load = (candidate: Candidate) => expectedLoad(candidate, nowMs);
  const loads = candidates.map(load).sort((one, other) => one - other);
  const hotFrom = loads[Math.floor(hotQuantile * (loads.length - 1))] ?? 0;
  const probed = random.sample(candidates, Math.min(probes, candidates.length));
  const cold = probed.filter((candidate) => load(candidate) <= hotFrom);
  if (cold.length === 0) return leastBy(probed, load);
  return leastBy(cold, (candidate) => expectedLatency(candidate, nowMs), load);
};

/** The reported latency holds for the calls of the report; it grows with them. */
function expectedLatency(candidate: Candidate, nowMs: number): number {
  const { latencyMs = 0, inFlight = 0, queued = 0 } = candidate.load ?? {};
  return (latencyMs * (expectedCalls(candidate, nowMs) + 1)) / (inFlight + queued + 1);
}
