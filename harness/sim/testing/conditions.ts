/** The conditions of the tests: the usual ones with a few of every kind of fault. */
import { faultKinds } from "../fault-generator.ts";
import type { FaultKind } from "../fault-plan.ts";
import { type Conditions, usualConditions } from "../plan.ts";

export function harmed(kinds: readonly FaultKind[] = faultKinds): Conditions {
  const weights = new Map(kinds.map((kind) => [kind, 1]));
  return { ...usualConditions, faults: { kinds: weights, count: [2, 6] } };
}
