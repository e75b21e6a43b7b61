/**
 * Sticks to the first live backend. A backend that comes back stands behind those that stayed, so
 * nobody is moved twice. All load is on one, which is what this policy is known to fail by.
 */
import { leastBy, type Policy } from "./policy.ts";

export const pickFirst: Policy = ({ candidates }) =>
  leastBy(candidates, ({ joinedAt }) => joinedAt);
