/** A machine of the simulation: what stays of a node from one start to the next. */
import type { Host } from "../../nodes/host/host.ts";
import type { Owner, ScheduledEvent } from "./event-queue.ts";
import type { SimulatedHost } from "./host.ts";
import type { Volume } from "./volume.ts";

/** Starts the node's program; resolves when it serves. */
export type StartNode = (host: Host) => Promise<unknown>;

export class SimulatedNode implements Owner {
  /** Odd while the node runs, even while it is down. */
  generation = 0;
  paused = false;
  /** Whether its program serves. */
  isReady = false;
  /** What its wall clock is ahead of virtual time, in milliseconds. */
  wallOffsetMs = 0;
  /** How many faults have set the clock off now. */
  clockSteps = 0;
  /** The host of the running generation. */
  host: SimulatedHost | undefined;
  /** What came up during a pause. */
  readonly deferred: ScheduledEvent[] = [];

  readonly id: string;
  readonly volume: Volume;
  /** Undefined for clients, which are driven from outside. */
  readonly startNode: StartNode | undefined;
  private readonly onDeferred: (method: string) => void;

  constructor(
    id: string,
    volume: Volume,
    startNode: StartNode | undefined,
    onDeferred: (method: string) => void,
  ) {
    this.id = id;
    this.volume = volume;
    this.startNode = startNode;
    this.onDeferred = onDeferred;
  }

  get isUp(): boolean {
    return this.generation % 2 === 1;
  }

  defer(event: ScheduledEvent): void {
    this.deferred.push(event);
    if (event.method !== undefined) this.onDeferred(event.method);
  }
}
