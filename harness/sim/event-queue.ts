/** What is to happen when, in the order of virtual time: a binary heap. */

/** What an event belongs to: a node, whose crash voids it and whose pause defers it. */
export interface Owner {
  /** Grows by one at each start and at each crash. */
  readonly generation: number;
  readonly paused: boolean;
  /** Keeps an event that came up during a pause. */
  defer(event: ScheduledEvent): void;
}

export interface ScheduledEvent {
  time: number;
  /** Breaks ties: what was scheduled first happens first. */
  sequence: number;
  /** Undefined once cancelled. */
  action: (() => void) | undefined;
  readonly owner: Owner | undefined;
  /** The owner's generation that it is for; 0 is for whichever. */
  readonly generation: number;
  /** The remote method that it delivers, if it does. */
  readonly method: string | undefined;
}

export class EventQueue {
  private readonly heap: ScheduledEvent[] = [];

  get size(): number {
    return this.heap.length;
  }

  push(event: ScheduledEvent): void {
    const { heap } = this;
    let index = heap.length;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as ScheduledEvent;
      if (!before(event, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = event;
  }

  pop(): ScheduledEvent | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    this.sink(last);
    return first;
  }

  /** Puts `event` at the root, and down to where it belongs. */
  private sink(event: ScheduledEvent): void {
    const { heap } = this;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      const right = child + 1;
      if (
        right < heap.length &&
        before(heap[right] as ScheduledEvent, heap[child] as ScheduledEvent)
      )
        child = right;
      const below = heap[child] as ScheduledEvent;
      if (!before(below, event)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = event;
  }
}

function before(one: ScheduledEvent, other: ScheduledEvent): boolean {
  return one.time < other.time || (one.time === other.time && one.sequence < other.sequence);
}
