/**
 * Advice of the balancer for calls to come. It is asked for ahead: once half of it is used, more is
 * fetched while the rest is being used, so that calls seldom wait for the balancer.
 */
import type { Clock } from "../host/host.ts";
import type { Endpoint } from "./backend-list.ts";
import type { Advice } from "./balancers.ts";

/** Asks a balancer about so many calls. @throws RpcError */
type Ask = (calls: number, timeoutMs: number) => Promise<Advice>;

/** Where nobody waits yet. */
const aheadTimeoutMs = 500;

/** Where one call should go, and until when. */
interface Piece {
  readonly endpoint: Endpoint;
  readonly goodUntilMs: number;
}

export class AdviceQueue {
  readonly #clock: Clock;
  readonly #size: number;
  readonly #ask: Ask;
  #pieces: Piece[] = [];
  /** The first piece that is not used yet. */
  #next = 0;
  #waiting = 0;
  #refilling: Promise<void> | undefined;

  /** @param size calls for which one answer is used */
  constructor(clock: Clock, size: number, ask: Ask) {
    this.#clock = clock;
    this.#size = size;
    this.#ask = ask;
  }

  /** Where the next call should go, if that is known now. */
  take(): Endpoint | undefined {
    const nowMs = this.#clock.monotonicMs();
    while (this.#next < this.#pieces.length) {
      const piece = this.#pieces[this.#next];
      this.#next += 1;
      if (piece === undefined || piece.goodUntilMs < nowMs) continue;
      const isHalfUsed = this.#pieces.length - this.#next <= this.#size / 2;
      if (isHalfUsed && this.#refilling === undefined) {
        // What fails here fails again, and is told, when somebody waits for it.
        this.#refill(aheadTimeoutMs).catch(() => {});
      }
      return piece.endpoint;
    }
    return undefined;
  }

  /** The same, waiting for it. @throws RpcError when the balancer can't be asked */
  async wait(timeoutMs: number): Promise<Endpoint> {
    this.#waiting += 1;
    try {
      for (;;) {
        // An answer that is not used up by those who waited before is good for this one too.
        await this.#refill(timeoutMs);
        const endpoint = this.take();
        if (endpoint !== undefined) return endpoint;
      }
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Calls that come while a query is under way share its answer, and ask again for more. */
  #refill(timeoutMs: number): Promise<void> {
    this.#refilling ??= this.#append(timeoutMs).finally(() => {
      this.#refilling = undefined;
    });
    return this.#refilling;
  }

  async #append(timeoutMs: number): Promise<void> {
    const calls = Math.max(this.#size, this.#waiting);
    const { endpoints, lifetimeMs } = await this.#ask(calls, timeoutMs);
    // Whoever waits for it can use it once, however short its life is.
    const goodUntilMs = this.#clock.monotonicMs() + Math.max(1, lifetimeMs);
    const fresh = endpoints.map((endpoint) => ({ endpoint, goodUntilMs }));
    this.#pieces = [...this.#pieces.slice(this.#next), ...fresh];
    this.#next = 0;
  }
}
