/**
 * Faults as plain data: timed ones that begin and heal, and placed ones that strike one exact call
 * or disk operation. A plan can be printed, cut down and run again.
 */
export type NodeFaultKind = "kill" | "power-failure" | "pause" | "clock-step" | "slow-disk";
export type MessageFaultKind = "lose-request" | "lose-reply" | "duplicate" | "delay";
export type PartitionKind = "partition" | "one-way" | "bridge" | "ring" | "isolate";
export type CrashPoint = "crash-before" | "crash-after-execution";
export type DiskFaultKind = "disk-kill" | "disk-power-failure";
export type FaultKind =
  | NodeFaultKind
  | MessageFaultKind
  | PartitionKind
  | CrashPoint
  | DiskFaultKind;

/** Happens to one node from `at` for `forMs`, in milliseconds since the faults began. */
export interface NodeFault {
  readonly kind: NodeFaultKind;
  readonly at: number;
  readonly forMs: number;
  readonly node: string;
  /** Milliseconds that the clock steps, there and back; or how many times slower the disk is. */
  readonly amount?: number;
}

/** Packets that are lost while it lasts, as `[from, to]` of nodes. */
export interface PartitionFault {
  readonly kind: PartitionKind;
  readonly at: number;
  readonly forMs: number;
  readonly blocked: readonly (readonly [from: string, to: string])[];
}

/** A time in which each message between two nodes is struck with a probability. */
export interface MessageFault {
  readonly kind: MessageFaultKind;
  readonly at: number;
  readonly forMs: number;
  readonly probability: number;
  /** At most so much later, for `delay`. */
  readonly delayMs?: number;
}

export type TimedFault = NodeFault | PartitionFault | MessageFault;

/** One exact call: the `nth` (from 1) request that fits. */
export interface CallPoint {
  /** As in the .proto file, such as `Replicate`. */
  readonly method: string;
  readonly from?: string;
  readonly to?: string;
  readonly nth: number;
}

/** Strikes one call. The crash points kill the node that is called, before or after it executed. */
export interface CallFault {
  readonly on: CallPoint;
  readonly do: MessageFaultKind | CrashPoint;
  /** How much later, for `delay`. Default 500. */
  readonly delayMs?: number;
  /** How long the crashed node stays down. Default: `defaultDownMs`. */
  readonly downMs?: number;
}

/** How long a node stays down that a placed fault crashed, unless it says otherwise. */
export const defaultDownMs = 500;

export type DiskOperation =
  | "read"
  | "exists"
  | "replace"
  | "overwrite"
  | "remove"
  | "list"
  | "open-log"
  | "open-database"
  | "sync"
  | "reset"
  | "commit";

/** Kills a node, or fails its power, at its `nth` (from 1) disk operation of a sort. */
export interface DiskFault {
  readonly on: { readonly node: string; readonly operation: DiskOperation; readonly nth: number };
  readonly do: DiskFaultKind;
  /** Nothing of the operation happened, it is half done, or it is done and nobody was told. */
  readonly moment: "before" | "during" | "after";
  /** How long the node stays down. Default: `defaultDownMs`. */
  readonly downMs?: number;
}

export type PlacedFault = CallFault | DiskFault;
export type Fault = TimedFault | PlacedFault;
export type FaultPlan = readonly Fault[];

export function isPlaced(fault: Fault): fault is PlacedFault {
  return "on" in fault;
}

export function isDiskFault(fault: PlacedFault): fault is DiskFault {
  return "operation" in fault.on;
}

/** One line, such as `kill r1 at 120 ms for 300 ms`. */
export function describeFault(fault: Fault): string {
  if (isPlaced(fault)) {
    const { on } = fault;
    if ("operation" in on) {
      const moment = "moment" in fault ? fault.moment : "";
      return `${fault.do} ${on.node} ${moment} its ${on.operation} number ${on.nth}`;
    }
    const from = on.from === undefined ? "" : ` from ${on.from}`;
    const to = on.to === undefined ? "" : ` to ${on.to}`;
    return `${fault.do} of ${on.method} number ${on.nth}${from}${to}`;
  }
  const time = `at ${fault.at} ms for ${fault.forMs} ms`;
  if ("node" in fault) {
    const amount = fault.amount === undefined ? "" : ` by ${fault.amount}`;
    return `${fault.kind} ${fault.node}${amount} ${time}`;
  }
  if ("blocked" in fault)
    return `${fault.kind} ${fault.blocked.map((pair) => pair.join("↛")).join(" ")} ${time}`;
  return `${fault.kind} with probability ${fault.probability} ${time}`;
}
