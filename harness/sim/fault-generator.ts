/** Draws a fault plan from a seeded stream. Every timed fault heals before the horizon. */

import type { Random } from "../../nodes/host/host.ts";
import { assert } from "./assert.ts";
import { between, chance } from "./draws.ts";
import type { DiskOperation, Fault, FaultKind, FaultPlan, PartitionKind } from "./fault-plan.ts";

export interface FaultOptions {
  /** Which kinds, each with its weight above 0. */
  readonly kinds: ReadonlyMap<FaultKind, number>;
  /** How many faults a plan has at least and at most. */
  readonly count: readonly [minimum: number, maximum: number];
  /** Milliseconds in which all faults begin and heal. */
  readonly horizonMs: number;
  /** The nodes that may be crashed, paused, slowed and cut off. */
  readonly targets: readonly string[];
  /** Who is cut off from targets too, such as clients. */
  readonly others: readonly string[];
  /** The remote methods at which crash points may be placed. */
  readonly methods: readonly string[];
  /** The disk operations at which the disk faults may be placed. */
  readonly diskOperations: readonly DiskOperation[];
}

export const faultKinds: readonly FaultKind[] = [
  ...(["kill", "power-failure", "pause", "clock-step", "slow-disk"] as const),
  ...(["lose-request", "lose-reply", "duplicate", "delay"] as const),
  ...(["partition", "one-way", "bridge", "ring", "isolate"] as const),
  ...(["crash-before", "crash-after-execution"] as const),
  ...(["disk-kill", "disk-power-failure"] as const),
];

const moments = ["before", "during", "after"] as const;

export function generateFaults(random: Random, options: FaultOptions): FaultPlan {
  const [minimum, maximum] = options.count;
  if (options.kinds.size === 0 || maximum === 0) return [];
  const count = minimum + random.integer(maximum - minimum + 1);
  return Array.from({ length: count }, () => generateFault(random, options));
}

function generateFault(random: Random, options: FaultOptions): Fault {
  const kind = pickWeighted(random, options.kinds);
  const at = Math.floor(random.number() * options.horizonMs * 0.8);
  const longest = Math.min(options.horizonMs - at, options.horizonMs / 2);
  const forMs = Math.ceil(between(random, 0.1, 1) * longest);
  switch (kind) {
    case "kill":
    case "power-failure":
    case "pause":
      return { kind, at, forMs, node: random.pick(options.targets) };
    case "clock-step": {
      const amount = Math.round(between(random, -10_000, 10_000));
      return { kind, at, forMs, node: random.pick(options.targets), amount };
    }
    case "slow-disk": {
      const amount = random.pick([5, 20, 100]);
      return { kind, at, forMs, node: random.pick(options.targets), amount };
    }
    case "lose-request":
    case "lose-reply":
    case "duplicate":
      return { kind, at, forMs, probability: random.pick([0.1, 0.3, 0.7]) };
    case "delay":
      return { kind, at, forMs, probability: random.pick([0.1, 0.5, 1]), delayMs: 200 };
    case "crash-before":
    case "crash-after-execution": {
      const on = { method: random.pick(options.methods), nth: 1 + random.integer(20) };
      return { on, do: kind, downMs: forMs };
    }
    case "disk-kill":
    case "disk-power-failure": {
      const operation = random.pick(options.diskOperations);
      const on = { node: random.pick(options.targets), operation, nth: 1 + random.integer(20) };
      return { on, do: kind, moment: random.pick(moments), downMs: forMs };
    }
    default:
      return { kind, at, forMs, blocked: drawPartition(kind, options, random) };
  }
}

function pickWeighted(random: Random, kinds: FaultOptions["kinds"]): FaultKind {
  let left = random.number() * [...kinds.values()].reduce((sum, weight) => sum + weight, 0);
  let last: FaultKind | undefined;
  for (const [kind, weight] of kinds) {
    last = kind;
    left -= weight;
    if (left < 0) break;
  }
  assert(last !== undefined, "a plan needs a kind of fault");
  return last;
}

type Pairs = [from: string, to: string][];

/** Which directions between nodes are cut by a partition of one shape. */
export function drawPartition(
  kind: PartitionKind,
  { targets, others }: Pick<FaultOptions, "targets" | "others">,
  random: Random,
): Pairs {
  const nodes = random.shuffle(targets);
  const everybody = [...nodes, ...random.shuffle(others)];
  const first = nodes[0];
  assert(first !== undefined, "a partition needs a node");
  switch (kind) {
    case "partition": {
      const [one, other] = split(nodes, others, random);
      return bothWays(one, other);
    }
    case "one-way": {
      const [one, other] = split(nodes, others, random);
      return oneWay(one, other);
    }
    case "isolate":
      return bothWays([first], everybody.slice(1));
    case "bridge": {
      // The first node still sees both halves of the rest, and they do not see each other.
      const [one, other] = split(nodes.slice(1), others, random);
      return bothWays(one, other);
    }
    case "ring":
      // Each node sees its two neighbours only. Three nodes in a ring all see one another, so of
      // those the ring is opened: the last does not see the first.
      if (nodes.length <= 3)
        return bothWays(
          [first],
          nodes.slice(-1).filter((id) => id !== first),
        );
      return nodes.flatMap((one, index) =>
        nodes
          .filter((_, other) => ![0, 1, nodes.length - 1].includes(Math.abs(index - other)))
          .map((other): [string, string] => [one, other]),
      );
  }
}

/** Two sides that both have a node, unless there is only one; the others join either. */
function split(nodes: readonly string[], others: readonly string[], random: Random) {
  const size = nodes.length < 2 ? nodes.length : 1 + random.integer(nodes.length - 1);
  const joins = new Set(others.filter(() => chance(random, 0.5)));
  const one = [...nodes.slice(0, size), ...joins];
  const other = [...nodes.slice(size), ...others.filter((id) => !joins.has(id))];
  return [one, other] as const;
}

function oneWay(from: readonly string[], to: readonly string[]): Pairs {
  return from.flatMap((one) => to.map((other): [string, string] => [one, other]));
}

function bothWays(one: readonly string[], other: readonly string[]): Pairs {
  return [...oneWay(one, other), ...oneWay(other, one)];
}
