/**
 * Which faults strike a running system, when, and when they heal: plain data that a seed repeats.
 * On real processes the choices are repeated, not the timing.
 */
import type { Random } from "../../nodes/host/host.ts";
import type { Blocked, CallRule } from "./faulty-network.ts";
import { type CallFaultKind, callFaultKinds } from "./proxied-call.ts";

const nodeFaultKinds = ["kill", "pause"] as const;
export const faultKinds = [...nodeFaultKinds, "partition", ...callFaultKinds] as const;
export type FaultKind = (typeof faultKinds)[number];

interface Timed {
  /** Milliseconds since the faults began. */
  readonly atMs: number;
  /** Milliseconds until it heals. */
  readonly forMs: number;
}

/** `kill`: SIGKILL, and a start on the same port and data. `pause`: SIGSTOP, then SIGCONT. */
export interface NodeFault extends Timed {
  readonly kind: (typeof nodeFaultKinds)[number];
  readonly node: string;
  /** Strikes as soon as the node serves a call of this method. */
  readonly during: string;
}

export interface PartitionFault extends Timed {
  readonly kind: "partition";
  readonly shape: "isolate" | "split" | "one-way" | "from-registry";
  readonly blocked: Blocked;
}

/** Strikes single calls of one method, as a rule says. */
export interface CallsFault extends Timed, CallRule {
  readonly method: string;
}

export type Fault = NodeFault | PartitionFault | CallsFault;

/** What there is to be struck. */
export interface FaultTargets {
  readonly replicas: readonly string[];
  /** The id of the node that all others register with, where there is one. */
  readonly registry?: string;
  /** Methods with the nodes that serve them; one of twice the weight is chosen twice as often. */
  readonly methods: readonly TargetMethod[];
}

export interface TargetMethod {
  readonly method: string;
  readonly at: readonly string[];
  readonly weight: number;
}

const longestMs = 1_500;
const shortestMs = 50;

/**
 * Faults that have all healed after `durationMs`. Each of the kinds comes at least once and then
 * again and again; one node at a time is killed or paused, while partitions, and call faults on up
 * to two methods, come and go at their own pace.
 */
export function planFaults(
  random: Random,
  kinds: readonly FaultKind[],
  targets: FaultTargets,
  durationMs: number,
): Fault[] {
  const oneOf = <Kind extends FaultKind>(of: readonly Kind[]) =>
    of.filter((kind) => kinds.includes(kind));
  const lane = <Kind extends FaultKind>(of: readonly Kind[], make: Make<Kind>): Fault[] =>
    inTurn(random, oneOf(of), durationMs).map(([kind, time]) => make(kind, time));
  const calls: Make<CallFaultKind> = (kind, time) => callsFault(random, targets, kind, time);
  const faults = [
    ...lane(nodeFaultKinds, (kind, time) => nodeFault(random, targets, kind, time)),
    ...lane(["partition"], (_, time) => partition(random, targets, time)),
    ...lane(callFaultKinds, calls),
    ...lane(callFaultKinds, calls),
  ];
  return faults.sort((one, other) => one.atMs - other.atMs);
}

type Make<Kind> = (kind: Kind, time: Timed) => Fault;

/** One fault after the other, each kind once before any comes again. */
function inTurn<Kind>(random: Random, kinds: readonly Kind[], durationMs: number) {
  const slotMs = Math.min(longestMs, durationMs / (2 * kinds.length));
  const longestGapMs = Math.max(1, Math.round(slotMs / 4));
  const turns: [Kind, Timed][] = [];
  let deck: Kind[] = [];
  let atMs = random.integer(longestGapMs);
  while (kinds.length > 0) {
    const forMs = Math.max(shortestMs, Math.round(slotMs * (0.25 + 0.75 * random.number())));
    if (atMs + forMs > durationMs) break;
    if (deck.length === 0) deck = random.shuffle(kinds);
    const kind = deck.pop();
    if (kind !== undefined) turns.push([kind, { atMs, forMs }]);
    atMs += forMs + random.integer(longestGapMs);
  }
  return turns;
}

function nodeFault(
  random: Random,
  targets: FaultTargets,
  kind: NodeFault["kind"],
  time: Timed,
): NodeFault {
  const { method, at } = pickMethod(random, targets);
  return { kind, ...time, node: random.pick(at), during: method };
}

function callsFault(
  random: Random,
  targets: FaultTargets,
  kind: CallFaultKind,
  time: Timed,
): CallsFault {
  const { method } = pickMethod(random, targets);
  const nth = 1 + random.integer(3);
  const every = 1 + random.integer(4);
  return { kind, ...time, method, nth, every, delayMs: 1 + random.integer(400) };
}

function pickMethod(random: Random, { methods }: FaultTargets): TargetMethod {
  const tickets = methods.flatMap((method) => Array.from({ length: method.weight }, () => method));
  return random.pick(tickets);
}

function partition(random: Random, targets: FaultTargets, time: Timed): PartitionFault {
  const { replicas, registry = "" } = targets;
  const hasRegistry = registry !== "";
  const nodes = random.shuffle(hasRegistry ? [...replicas, registry] : replicas);
  const shapes = ["isolate", "split", "one-way"] as const;
  const shape = random.pick(hasRegistry ? ([...shapes, "from-registry"] as const) : shapes);
  const [first = registry, second = registry] = nodes;
  const blocked = {
    isolate: () => between([first], nodes.slice(1)),
    split: () => {
      const size = 1 + random.integer(nodes.length - 1);
      return between(nodes.slice(0, size), nodes.slice(size));
    },
    "one-way": () => [[first, second] as const],
    "from-registry": () => between([random.pick(replicas)], [registry]),
  }[shape]();
  return { kind: "partition", shape, ...time, blocked };
}

function between(some: readonly string[], others: readonly string[]): Blocked {
  return some.flatMap((one) =>
    others.flatMap((other) => [[one, other] as const, [other, one] as const]),
  );
}

/** One line, such as `kill r1 at 120 ms for 300 ms, during a Forward`. */
export function describeFault(fault: Fault): string {
  const time = `at ${fault.atMs} ms for ${fault.forMs} ms`;
  if ("node" in fault) return `${fault.kind} ${fault.node} ${time}, during a ${fault.during}`;
  if ("blocked" in fault) {
    const pairs = fault.blocked.map(([from, to]) => `${from}↛${to}`).join(" ");
    return `partition (${fault.shape}) ${pairs} ${time}`;
  }
  const { kind, method, nth, every, delayMs } = fault;
  const delayed = kind === "delay" || kind === "duplicate" ? ` by ${delayMs} ms` : "";
  return `${kind} ${method} number ${nth} and each ${every} further${delayed} ${time}`;
}
