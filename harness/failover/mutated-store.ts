/** The fail-over store as `harness/mutants.ts` runs it: its wrong servers and its right ones. */
import { guarantees } from "../../nodes/failover/guarantee.ts";
import type { MutatedSystem } from "../kit/mutant-run.ts";
import type { Mutant } from "../mutants/failover/mutant.ts";
import { probe } from "./probes.ts";
import { failoverConditions } from "./simulated-store.ts";
import { failoverProblem } from "./simulation.ts";
import { loadMutatedPrograms, rightPrograms, type StorePrograms } from "./store-programs.ts";

const servers = 3;

export const mutatedFailover: MutatedSystem<Mutant, StorePrograms> = {
  name: "failover",
  title: "the fail-over store",
  load: loadMutatedPrograms,
  probe: async ({ guarantee }, programs) => probe({ servers, guarantee }, programs),
  simulation: ({ guarantee }, programs) => ({
    problem: failoverProblem({ servers, guarantee }, programs),
    // Many operations, so that what is wrong for a moment meets one.
    conditions: (usual) => failoverConditions({ ...usual, clients: 3, operations: 150 }),
  }),
  right: guarantees.map((guarantee) => ({
    words: ["--guarantee", guarantee],
    probe: async () => probe({ servers, guarantee }, rightPrograms),
  })),
  entry: () => "server.ts",
};
