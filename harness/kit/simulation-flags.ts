/** The flags of `harness/sim.ts` that do not depend on the system, and what they come to. */
import { type Flag, flag, type Options } from "../../nodes/host/flags.ts";
import { faultKinds } from "../sim/fault-generator.ts";
import type { FaultKind } from "../sim/fault-plan.ts";
import { networks } from "../sim/network-model.ts";
import { type Conditions, usualConditions } from "../sim/plan.ts";
import { parseNumbers } from "../sim/shrink.ts";
import { processorCount } from "./command-pool.ts";

/** Faults of one schedule, at least and at most. */
const faultCount = [2, 6] as const;

const integer = (description: string, max: number, fallback: number) =>
  flag.integer(description, { min: 1, max, fallback });

const numbers = (description: string): Flag<readonly number[] | undefined> => ({
  placeholder: "LIST",
  description,
  fallback: undefined,
  fallbackText: "all",
  parse: parseNumbers,
});

const kinds: Flag<readonly FaultKind[] | "all"> = {
  placeholder: "KINDS",
  description: `all, none, or some of ${faultKinds.join(", ")}`,
  fallback: "all",
  parse: (text) => {
    if (text === "all") return text;
    if (text === "none") return [];
    return text.split(",").map((word) => {
      const kind = faultKinds.find((each) => each === word);
      if (kind !== undefined) return kind;
      throw new Error(`all, none, or a list with commas, but has ${JSON.stringify(word)}`);
    });
  },
};

/** The world of the schedules when no flag says otherwise. */
export const defaultSimulation = {
  clients: usualConditions.clients,
  operations: usualConditions.operations,
  network: "lan",
  faults: "all",
} as const;

export const simulationFlags = {
  seeds: integer("how many schedules to run", 10_000_000, 1_000),
  from: flag.integer("the first seed", { min: 0, max: 2 ** 32 - 1, fallback: 1 }),
  seed: flag.optional(
    flag.integer("run this schedule alone and draw it", { min: 0, max: 2 ** 32 - 1 }),
  ),
  keepOperations: numbers("with --seed: of its operations only these, such as 0,4-6"),
  keepFaults: numbers("with --seed: of its faults only these; none for no fault"),
  trace: flag.switch("with --seed: print every event"),
  faults: kinds,
  network: flag.choice("how messages travel", [...networks.keys()], defaultSimulation.network),
  clients: integer("clients of each schedule", 20, defaultSimulation.clients),
  operations: integer("operations of each schedule", 1_000, defaultSimulation.operations),
  keepGoing: flag.switch("go on after a schedule that failed"),
  timeout: flag.optional(
    flag.integer("no schedule is begun later than this; without it, all are run", {
      min: 1,
      max: 86_400,
      unit: "s",
    }),
  ),
  workers: integer("processes that share the schedules", 64, processorCount),
  json: flag.switch("one JSON document on stdout instead of text"),
  quiet: flag.switch("no progress on stderr"),
};

export type SimulationOptions = Options<typeof simulationFlags>;

/** @param all the kinds of faults that `all` stands for */
export function conditionsOf(
  options: Pick<SimulationOptions, keyof typeof defaultSimulation>,
  all: readonly FaultKind[],
): Conditions {
  const { clients, operations } = options;
  const network = networks.get(options.network) ?? usualConditions.network;
  const asked = options.faults === "all" ? all : options.faults;
  const faults = { kinds: new Map(asked.map((kind) => [kind, 1])), count: faultCount };
  return { ...usualConditions, clients, operations, network, faults };
}
