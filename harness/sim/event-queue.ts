/**
 * What is to happen when, in the order of virtual time: a binary heap for what is near and one for
 * what is far. Most far events are deadlines, which are cancelled before their time comes; kept
 * apart, they cost the many near ones nothing.
 */

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

/** Events at least so many milliseconds ahead are far. */
const farMs = 100;

export class EventQueue {
  private readonly near = new Heap();
  private readonly far = new Heap();

  push(event: ScheduledEvent, now: number): void {
    if (event.time - now < farMs) this.near.push(event);
    else this.far.push(event);
  }

  /** The first event of all, which is no longer queued then. */
  pop(): ScheduledEvent | undefined {
    const near = this.near.first;
    const far = this.far.first;
    if (far === undefined || (near !== undefined && before(near, far))) return this.near.pop();
    return this.far.pop();
  }
}

class Heap {
  private readonly heap: ScheduledEvent[] = [];

  get first(): ScheduledEvent | undefined {
    return this.heap[0];
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
