/**
 * The one whose turn was longest ago. Those that stay are visited in one order for ever, whoever
 * joins or leaves between them, so between any two moments their counts differ by at most 1. It
 * knows nothing of load, which is what it is known to fail by.
 */
import { leastBy, type Policy, turn } from "./policy.ts";

export const roundRobin: Policy = ({ candidates }) => leastBy(candidates, turn);
