/**
 * The crash matrix in the simulator. The nodes write down their own steps during one payment
 * without faults; then each of them is ended at each of those steps, and at each pair of them, by a
 * kill and by a failure of the power, starts again, and the user finds out how the payment ended.
 */
import type { Host } from "../../nodes/host/host.ts";
import type { Check } from "../check/verdict.ts";
import type { SimulatedHost } from "../sim/host.ts";
import { type Conditions, type Plan, usualConditions } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { strifeProblem } from "./simulation.ts";
import { rightPrograms, type StrifePrograms } from "./strife-programs.ts";

export interface Crash {
  readonly node: string;
  /** Of the node's steps over all of its starts, from 1. */
  readonly number: number;
  readonly step: string;
  readonly kind: "kill" | "power-failure";
}

export interface CellResult {
  readonly crashes: readonly Crash[];
  /** How many of the crashes came about: after the first one, a step may never come. */
  readonly struck: number;
  readonly checks: readonly Check[];
}

const conditions: Conditions = {
  ...usualConditions,
  clients: 1,
  operations: 1,
  horizonMs: 100,
  quietMs: 2_500,
  patienceMs: 30_000,
};

/** One payment between two banks, and a second one in the queue behind it. */
const plan: Plan = {
  operations: [
    {
      client: "c1",
      at: 50,
      f: "pay",
      key: null,
      value: { payer: "north/c1", payee: "south/c2", amount: 30 },
    },
  ],
  faults: [],
};

const seed = 1;
const downMs = 100;
const never: Promise<never> = new Promise(() => {});

/** Every step that a node takes for the payment, twice: to be killed there, and to lose power. */
export function listCrashes(programs: StrifePrograms = rightPrograms): Crash[] {
  const steps: Omit<Crash, "kind">[] = [];
  const counts = new Map<string, number>();
  let isOver = false;
  const onStep = ({ id }: Host, step: string) => {
    const number = (counts.get(id) ?? 0) + 1;
    counts.set(id, number);
    // The audit comes after the payments have come to rest.
    if (/audit|listKeys/.test(step)) isOver = true;
    if (!isOver) steps.push({ node: id, number, step });
    return undefined;
  };
  const problem = strifeProblem(programs, { onStep, faultless: true });
  runSchedule(problem, plan, seed, conditions);
  return (["kill", "power-failure"] as const).flatMap((kind) =>
    steps.map((step) => ({ ...step, kind })),
  );
}

/** Runs the payment with these crashes, each at its step. */
export function runCell(
  crashes: readonly Crash[],
  programs: StrifePrograms = rightPrograms,
): CellResult {
  const counts = new Map<string, number>();
  let struck = 0;
  const onStep = (host: Host, _step: string) => {
    const number = (counts.get(host.id) ?? 0) + 1;
    counts.set(host.id, number);
    const crash = crashes.find((each) => each.node === host.id && each.number === number);
    if (crash === undefined) return undefined;
    struck += 1;
    endNode(host as SimulatedHost, crash.kind);
    return never;
  };
  const problem = strifeProblem(programs, { onStep });
  const { checks } = runSchedule(problem, plan, seed, conditions);
  return { crashes, struck, checks };
}

/** Pairs of crashes of the same kind, of which every `stride`-th is taken. */
export function pairCrashes(crashes: readonly Crash[], stride: number): Crash[][] {
  const pairs = crashes.flatMap((one, place) =>
    crashes
      .slice(place + 1)
      .filter((other) => other.kind === one.kind)
      .map((other) => [one, other]),
  );
  return pairs.filter((_, place) => place % stride === 0);
}

/** In an event of its own: a node's own code must not go on after its end. */
function endNode({ simulation, node, generation }: SimulatedHost, kind: Crash["kind"]): void {
  simulation.scheduler.on(node, generation, 0, () => simulation.crash(node, kind, downMs));
}
