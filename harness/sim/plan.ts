/** One schedule as plain data, drawn from a seed: who asks what and when, and what goes wrong. */
import { seededRandom } from "../../nodes/host/random.ts";
import { assert } from "./assert.ts";
import type { DiskModel } from "./disk.ts";
import { generateFaults } from "./fault-generator.ts";
import type { FaultKind, FaultPlan } from "./fault-plan.ts";
import type { NetworkModel } from "./network-model.ts";
import { networks } from "./network-model.ts";
import type { Operation, Problem } from "./problem.ts";

/** In which world schedules are drawn and run. */
export interface Conditions {
  readonly clients: number;
  /** Of all clients together. */
  readonly operations: number;
  /** All timed faults begin and heal within this time; the operations spread over it. */
  readonly horizonMs: number;
  readonly network: NetworkModel;
  readonly disk?: DiskModel;
  /** How far each wall clock may be off all the time. */
  readonly skewMs: number;
  readonly faults: {
    readonly kinds: ReadonlyMap<FaultKind, number>;
    readonly count: readonly [minimum: number, maximum: number];
  };
  /** Between the end of faults and clients and the reading of the final state. */
  readonly quietMs: number;
  /** Without progress for so long, although all has healed, a run counts as stuck. */
  readonly patienceMs: number;
  /** A run with more events is given up, undecided. */
  readonly eventsAtMost: number;
}

const lan = networks.get("lan");
assert(lan !== undefined, "there is no network called lan");

export const usualConditions: Conditions = {
  clients: 2,
  operations: 60,
  horizonMs: 3_000,
  network: lan,
  skewMs: 50,
  faults: { kinds: new Map(), count: [0, 0] },
  quietMs: 3_000,
  patienceMs: 20_000,
  eventsAtMost: 200_000,
};

export interface PlannedOperation extends Operation {
  readonly client: string;
  /**
   * Not before this time, in milliseconds since the clients began. Absolute, so that a plan that
   * lost some operations does the others when they were done before.
   */
  readonly at: number;
}

export interface Plan {
  /** Each client performs its own in this order. */
  readonly operations: readonly PlannedOperation[];
  readonly faults: FaultPlan;
}

/** The same seed under the same conditions gives the same plan. */
export function drawPlan(problem: Problem, seed: number, conditions: Conditions): Plan {
  const clients = Array.from({ length: conditions.clients }, (_, index) => `c${index + 1}`);
  const randoms = clients.map((client) => seededRandom(seed, `workload ${client}`));
  // The mean is such that the operations of a client fill three quarters of the horizon.
  const meanMs = (0.75 * conditions.horizonMs * clients.length) / conditions.operations;
  const times = clients.map(() => 0);
  const operations = Array.from({ length: conditions.operations }, (_, index) => {
    const turn = index % clients.length;
    const client = clients[turn];
    const random = randoms[turn];
    assert(client !== undefined && random !== undefined, "a plan needs a client");
    // Half of the operations follow at once, so that bursts meet faults too.
    const thinkMs = random.number() < 0.5 ? 0 : Math.round(random.number() * 4 * meanMs);
    const at = (times[turn] ?? 0) + thinkMs;
    times[turn] = at;
    return { ...problem.operation(random, client), client, at };
  });
  const everybody = problem.nodes.map(({ id }) => id);
  const targets = problem.targets ?? everybody;
  const faults = generateFaults(seededRandom(seed, "faults"), {
    ...conditions.faults,
    horizonMs: conditions.horizonMs,
    targets,
    others: [...everybody.filter((id) => !targets.includes(id)), ...clients],
    methods: problem.methods,
    diskOperations: problem.diskOperations ?? ["commit"],
  });
  return { operations, faults };
}

/** Which parts of a drawn plan are left, by their numbers from 0. */
export interface Selection {
  readonly operations: readonly number[];
  readonly faults: readonly number[];
}

/** The parts of a plan with these numbers; numbers that it does not have are left out. */
export function selectFrom(plan: Plan, selection: Selection): Plan {
  const operations = new Set(selection.operations);
  const faults = new Set(selection.faults);
  return {
    operations: plan.operations.filter((_, index) => operations.has(index)),
    faults: plan.faults.filter((_, index) => faults.has(index)),
  };
}

export function selectAll(plan: Plan): Selection {
  return { operations: [...plan.operations.keys()], faults: [...plan.faults.keys()] };
}
