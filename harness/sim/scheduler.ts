/**
 * Virtual time. Events happen one by one; after each, all promises that it settled run to their
 * next wait, so that asynchronous code interleaves only where an event says so, and the same seed
 * gives the same run.
 */
import { drainMicrotasks } from "bun:jsc";
import { assert } from "./assert.ts";
import { EventQueue, type Owner, type ScheduledEvent } from "./event-queue.ts";

export class Scheduler {
  /** Milliseconds of virtual time since the start. */
  now = 0;
  /** Events that happened so far. */
  executed = 0;
  private readonly queue = new EventQueue();
  private sequence = 0;

  /** Lets `action` happen after `delayMs`, whatever becomes of any node. */
  after(delayMs: number, action: () => void): ScheduledEvent {
    return this.add(this.now + delayMs, action, undefined, 0, undefined);
  }

  /** As `after`, on a node: never once this generation has crashed, and not during a pause. */
  on(owner: Owner, generation: number, delayMs: number, action: () => void): ScheduledEvent {
    return this.add(this.now + delayMs, action, owner, generation, undefined);
  }

  /** Lets a packet of a call of `method` arrive at a node; generation 0 is whichever runs then. */
  deliver(
    owner: Owner,
    generation: number,
    time: number,
    method: string,
    action: () => void,
  ): ScheduledEvent {
    return this.add(time, action, owner, generation, method);
  }

  /** Lets an event that a pause held back happen now. */
  resume(event: ScheduledEvent): void {
    event.time = this.now;
    event.sequence = this.sequence;
    this.sequence += 1;
    this.queue.push(event, this.now);
  }

  /** Makes the next event happen. False when there is none left. */
  step(): boolean {
    for (;;) {
      const event = this.queue.pop();
      if (event === undefined) return false;
      const { owner, action } = event;
      if (action === undefined) continue;
      if (owner !== undefined) {
        if (event.generation !== 0 && event.generation !== owner.generation) continue;
        if (owner.paused) {
          this.now = event.time;
          owner.defer(event);
          continue;
        }
      }
      this.now = event.time;
      this.executed += 1;
      action();
      drainMicrotasks();
      return true;
    }
  }

  private add(
    time: number,
    action: () => void,
    owner: Owner | undefined,
    generation: number,
    method: string | undefined,
  ): ScheduledEvent {
    // The message is made only when it is needed: here it would cost more than the event.
    if (time < this.now) assert(false, `an event at ${time} is before now, ${this.now}`);
    const event = { time, sequence: this.sequence, action, owner, generation, method };
    this.sequence += 1;
    this.queue.push(event, this.now);
    return event;
  }
}
