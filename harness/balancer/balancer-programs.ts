/** The programs of the balancer as the harness runs them: the right ones, or a mutant's. */
import { startBackend } from "../../nodes/balancer/backend.ts";
import { BackendList } from "../../nodes/balancer/backend-list.ts";
import { startBalancer } from "../../nodes/balancer/balancer.ts";
import { choose } from "../../nodes/balancer/choose.ts";
import { openClient } from "../../nodes/balancer/client-flags.ts";
import { believable } from "../../nodes/balancer/load.ts";
import { policies } from "../../nodes/balancer/policies.ts";
import type { Edit } from "../kit/mutant.ts";
import { loadPrograms } from "../kit/mutated-nodes.ts";

export const rightPrograms = {
  startBalancer,
  startBackend,
  openClient,
  BackendList,
  choose,
  policies,
  believable,
};

export type Programs = typeof rightPrograms;

/** The programs with some edits. */
export const loadMutatedPrograms = (edits: readonly Edit[]): Promise<Programs> =>
  loadPrograms<Programs>("balancer", edits, {
    startBalancer: "balancer",
    startBackend: "backend",
    openClient: "client-flags",
    BackendList: "backend-list",
    choose: "choose",
    policies: "policies",
    believable: "load",
  });
