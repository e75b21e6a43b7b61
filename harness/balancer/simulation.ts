/**
 * The balancer as a problem of the simulation: two balancers, four backends and clients under
 * faults; in the end what each balancer lists.
 */

import { compute } from "../../nodes/balancer/compute.ts";
import type { LookasideClient } from "../../nodes/balancer/lookaside-client.ts";
import { policyNames } from "../../nodes/balancer/policies.ts";
import { Admin, Balancer } from "../../nodes/balancer/protocol.ts";
import type { Host, Random } from "../../nodes/host/host.ts";
import type { ListedBackend__Output } from "../../proto/types/proctor/balancer/v1/ListedBackend.ts";
import type { Answer, Operation, Perform, Problem } from "../sim/problem.ts";
import { type Programs, rightPrograms } from "./balancer-programs.ts";
import { judgeSchedule } from "./judge-schedule.ts";
import { backends, balancers } from "./simulated-nodes.ts";
import { backendOptions, balancerOptions, simulatedMachine } from "./stage.ts";

/** By balancer: what it lists. */
export type FinalState = ReadonlyMap<string, readonly ListedBackend__Output[]>;

/** What one operation asks. */
export type Asked =
  | { readonly f: "compute"; readonly task: string; readonly size: number }
  | { readonly f: "pick"; readonly balancer: string; readonly calls: number }
  | { readonly f: "policy"; readonly balancer: string; readonly policy: string };

const tasks = ["primes", "fibonacci", "matrix", "sha256"] as const;
const largest = 500;

/** Shorter than the faults of a schedule, so that some operations see them to their end. */
const timeoutMs = 800;

/** @param programs the right ones unless given */
export function balancerProblem(programs: Programs = rightPrograms): Problem<FinalState> {
  const startBalancer = (host: Host) =>
    programs.startBalancer(host, { ...balancerOptions("least_load"), address: `${host.id}:7000` });
  const startBackend = (host: Host) => {
    const options = { ...backendOptions(balancers), address: `${host.id}:7000` };
    return programs.startBackend(host, options, simulatedMachine(host, new Map()));
  };
  return {
    name: "balancer",
    nodes: [
      ...balancers.map((id) => ({ id, start: startBalancer })),
      ...backends.map((id) => ({ id, start: startBackend })),
    ],
    methods: ["Register", "Report", "Pick", "Compute"],
    operation: drawOperation,
    client: (host) => performer(programs, host),
    observe,
    judge: judgeSchedule,
  };
}

function drawOperation(random: Random): Operation {
  const draw = random.number();
  if (draw < 0.7) {
    const size = 1 + random.integer(largest);
    return { f: "compute", key: null, value: { task: random.pick(tasks), size } };
  }
  const balancer = random.pick(balancers);
  if (draw < 0.95) return { f: "pick", key: balancer, value: { calls: 1 + random.integer(8) } };
  return { f: "policy", key: balancer, value: { policy: random.pick(policyNames) } };
}

function performer(programs: Programs, host: Host): Perform {
  let client: LookasideClient | undefined;
  return async (operation): Promise<Answer> => {
    const { key, value } = operation;
    const asked = { f: operation.f, balancer: key, ...(value as object) } as Asked;
    if (asked.f === "pick") {
      const { choices } = await host
        .connect(Balancer, `${asked.balancer}:7000`)
        .pick(asked, { timeoutMs });
      return { value: choices.map(({ backend, calls }) => ({ ...backend, calls })) };
    }
    if (asked.f === "policy") {
      await host.connect(Admin, `${asked.balancer}:7000`).setPolicy(asked, { timeoutMs });
      return { value: null };
    }
    const places = balancers.map((id) => `${id}:7000`).join(",");
    client ??= await programs.openClient(host, { balancers: places, reuse: 1 });
    const { result, backend } = await compute(host, client, asked, { timeoutMs, repeatable: true });
    return { value: { result }, node: backend };
  };
}

async function observe(host: Host): Promise<FinalState> {
  const lists = new Map<string, readonly ListedBackend__Output[]>();
  for (const id of balancers) {
    lists.set(id, (await host.connect(Admin, `${id}:7000`).listBackends({})).backends);
  }
  return lists;
}
