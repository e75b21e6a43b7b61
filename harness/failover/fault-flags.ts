/** The flags of `harness/faults.ts` for the fail-over store. */
import { guarantees } from "../../nodes/failover/guarantee.ts";
import { flag } from "../../nodes/host/flags.ts";
import type { CommandOptions } from "../kit/command-flags.ts";
import { sharedFaultFlags } from "../kit/fault-flags.ts";
import type { FaultKind } from "../kit/fault-plan.ts";

export const failoverFaultFlags = {
  ...sharedFaultFlags,
  replicas: flag.integer("N, the number of replicas", { min: 1, max: 200, fallback: 5 }),
  guarantee: flag.choice(
    "fail-over store: safe against crashes, or against partitions too",
    guarantees,
    "majority",
  ),
};

/** Last-standing claims to stand crashes, and no silence of a server that runs. */
const ofCrashes: readonly FaultKind[] = ["kill", "cut", "duplicate"];

/** Why these options don't fit together. */
export function failoverFaultProblem(
  options: CommandOptions<typeof failoverFaultFlags>,
): string | undefined {
  if (options.guarantee === "majority") return undefined;
  if (options.faults.every((kind) => ofCrashes.includes(kind))) return undefined;
  return `--guarantee last-standing claims to stand --faults ${ofCrashes.join(",")}, no others.`;
}
