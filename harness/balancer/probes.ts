/** All that the balancer must hold, each looked at by itself, on the simulated host or without. */
import type { Check } from "../check/verdict.ts";
import { clientProbes } from "./client-probes.ts";
import { listProbes } from "./list-probes.ts";
import { policyProbes } from "./policy-probes.ts";
import type { Programs } from "./programs.ts";
import { stageProbes } from "./stage-probes.ts";

export async function probe(programs: Programs): Promise<Check[]> {
  return [
    ...listProbes(programs),
    ...policyProbes(programs),
    ...(await stageProbes(programs)),
    ...(await clientProbes(programs)),
  ];
}
