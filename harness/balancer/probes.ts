/** All that the balancer must hold, each looked at by itself, on the simulated host or without. */
import { type Check, fail } from "../check/verdict.ts";
import type { Programs } from "./balancer-programs.ts";
import { clientProbes } from "./client-probes.ts";
import { listProbes } from "./list-probes.ts";
import { policyProbes } from "./policy-probes.ts";
import { stageProbes } from "./stage-probes.ts";

export const probes = [...listProbes, ...policyProbes, ...stageProbes, ...clientProbes];

export async function probe(programs: Programs): Promise<Check[]> {
  const checks: Check[] = [];
  for (const look of probes) {
    try {
      checks.push(await look(programs));
    } catch (error) {
      checks.push(fail("every probe can be carried out", `${look.name}: ${error}`));
    }
  }
  return checks;
}
