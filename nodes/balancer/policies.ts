/** All policies by their names. */
import { RpcError } from "../host/rpc-error.ts";
import { leastLoad } from "./least-load.ts";
import { pickFirst } from "./pick-first.ts";
import type { Policy } from "./policy.ts";
import { powerOfTwo } from "./power-of-two.ts";
import { prequal } from "./prequal.ts";
import { roundRobin } from "./round-robin.ts";
import { weightedRoundRobin } from "./weighted-round-robin.ts";

export const policyNames = [
  "pick_first",
  "round_robin",
  "least_load",
  "power_of_two",
  "weighted_round_robin",
  "prequal",
] as const;

export type PolicyName = (typeof policyNames)[number];

export const policies: Readonly<Record<PolicyName, Policy>> = {
  pick_first: pickFirst,
  round_robin: roundRobin,
  least_load: leastLoad,
  power_of_two: powerOfTwo,
  weighted_round_robin: weightedRoundRobin,
  prequal,
};

/** @throws RpcError INVALID_ARGUMENT that names the policies that there are */
export function toPolicyName(text: string): PolicyName {
  const name = policyNames.find((known) => known === text);
  if (name !== undefined) return name;
  const known = policyNames.join(", ");
  throw new RpcError("INVALID_ARGUMENT", `the policy must be one of ${known}, but is "${text}"`);
}
