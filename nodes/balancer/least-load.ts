/** The one with the least to do for each of its slots; those with equally much take turns. */
import { expectedLoad } from "./expected-load.ts";
import { leastBy, type Policy } from "./policy.ts";

export const leastLoad: Policy = ({ candidates, nowMs }) =>
  leastBy(candidates, (candidate) => expectedLoad(candidate, nowMs));
