/**
 * The less loaded of two that chance picks (Mitzenmacher 2001, "The Power of Two Choices in
 * Randomized Load Balancing"): old reports do less harm when few callers meet the same ones.
 */
import { expectedLoad } from "./expected-load.ts";
import { leastBy, type Policy } from "./policy.ts";

export const powerOfTwo: Policy = ({ candidates, nowMs, random }) => {
  const two = random.sample(candidates, Math.min(2, candidates.length));
  return leastBy(two, (candidate) => expectedLoad(candidate, nowMs));
};
