/** So many tasks at once, the rest in a queue of bounded length, first come, first served. */
import type { Clock } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";

export class Slots {
  readonly capacity: number;
  readonly #clock: Clock;
  readonly #queueAtMost: number;
  readonly #queue: (() => void)[] = [];
  #busy = 0;
  /** Time of all slots together, until `#sinceMs`. */
  #busyMs = 0;
  #sinceMs: number;

  constructor(clock: Clock, capacity: number, queueAtMost: number) {
    this.#clock = clock;
    this.capacity = capacity;
    this.#queueAtMost = queueAtMost;
    this.#sinceMs = clock.monotonicMs();
  }

  get inFlight(): number {
    return this.#busy;
  }

  get queued(): number {
    return this.#queue.length;
  }

  /** How long slots have been busy so far, those of all added up. */
  get busyMs(): number {
    this.#account();
    return this.#busyMs;
  }

  /**
   * Runs the task once a slot is free.
   * @param abandoned asked when it is the task's turn: whether nobody waits for it any more
   * @throws RpcError RESOURCE_EXHAUSTED when the queue is full, CANCELLED when it was abandoned;
   *   then the task did not begin
   */
  async run<Result>(task: () => Promise<Result>, abandoned: () => boolean): Promise<Result> {
    if (this.#busy === this.capacity) {
      if (this.#queue.length >= this.#queueAtMost) {
        throw new RpcError("RESOURCE_EXHAUSTED", `${this.#queue.length} tasks are waiting already`);
      }
      // Whoever leaves a slot hands it on, so that nobody overtakes those who wait.
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    } else {
      this.#account();
      this.#busy += 1;
    }
    try {
      if (abandoned()) throw new RpcError("CANCELLED", "the caller has left", { definite: true });
      return await task();
    } finally {
      const next = this.#queue.shift();
      this.#account();
      if (next === undefined) this.#busy -= 1;
      else next();
    }
  }

  #account(): void {
    const nowMs = this.#clock.monotonicMs();
    this.#busyMs += this.#busy * (nowMs - this.#sinceMs);
    this.#sinceMs = nowMs;
  }
}
