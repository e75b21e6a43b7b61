/**
 * Calls backends by a balancer's advice. Calls go straight to the backend, over connections that
 * are kept; one that fails is repeated elsewhere while there is time, if that is safe.
 */
import type { Discovery } from "../host/discovery.ts";
import type { Host } from "../host/host.ts";
import { RpcError, type StatusName } from "../host/rpc-error.ts";
import { AdviceQueue } from "./advice-queue.ts";
import type { Endpoint } from "./backend-list.ts";
import { Balancers } from "./balancers.ts";

export interface LookasideOptions {
  /** For how many calls one answer of a balancer is used, within its lifetime. */
  readonly reuse: number;
}

export interface CallLimits {
  /** For all attempts together. */
  readonly timeoutMs: number;
  /** Whether doing it twice does no harm; if not, only what certainly did not happen is retried. */
  readonly repeatable: boolean;
}

/** One attempt of a call at one backend. */
export type Attempt<Result> = (backend: Endpoint, timeoutMs: number) => Promise<Result>;

/** A call that fails at so many backends would fail at all. */
const attemptsAtMost = 3;

/** Another backend may do better. */
const passing: ReadonlySet<StatusName> = new Set([
  "UNAVAILABLE",
  "RESOURCE_EXHAUSTED",
  "DEADLINE_EXCEEDED",
  "CANCELLED",
]);

export class LookasideClient {
  readonly #host: Host;
  readonly #balancers: Balancers;
  /** None where every call is asked for by itself. */
  readonly #queue: AdviceQueue | undefined;

  constructor(host: Host, discovery: Discovery, { reuse }: LookasideOptions) {
    const balancers = new Balancers(host, discovery);
    this.#host = host;
    this.#balancers = balancers;
    if (reuse > 1) {
      this.#queue = new AdviceQueue(host.clock, reuse, (calls, timeoutMs) =>
        balancers.ask(calls, [], timeoutMs),
      );
    }
  }

  /**
   * @throws RpcError of the last attempt, or UNAVAILABLE when there is no backend to try; definite
   *   only when no attempt can have been executed
   */
  async call<Result>(attempt: Attempt<Result>, limits: CallLimits): Promise<Result> {
    const { clock } = this.#host;
    const deadlineMs = clock.monotonicMs() + limits.timeoutMs;
    const tried: string[] = [];
    let last: RpcError | undefined;
    while (tried.length < attemptsAtMost && clock.monotonicMs() < deadlineMs) {
      let backend = tried.length === 0 ? this.#queue?.take() : undefined;
      try {
        backend ??= await this.#ask(tried, deadlineMs - clock.monotonicMs());
      } catch (error) {
        throw last ?? error;
      }
      tried.push(backend.id);
      // A backend that stands still must not use up the time that another one would need.
      const share = limits.repeatable && tried.length < attemptsAtMost ? 0.5 : 1;
      const timeoutMs = Math.max(1, share * (deadlineMs - clock.monotonicMs()));
      try {
        return await attempt(backend, timeoutMs);
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        const definite = error.definite && (last?.definite ?? true);
        last = new RpcError(error.code, error.details, { definite });
        const safe = error.definite || limits.repeatable;
        if (!safe || !passing.has(error.code)) throw last;
      }
    }
    throw (
      last ?? new RpcError("DEADLINE_EXCEEDED", "no backend was found in time", { definite: true })
    );
  }

  /** The backend to try next. */
  async #ask(tried: readonly string[], timeoutMs: number): Promise<Endpoint> {
    if (this.#queue !== undefined && tried.length === 0) return this.#queue.wait(timeoutMs);
    const { endpoints } = await this.#balancers.ask(1, tried, timeoutMs);
    return endpoints[0] as Endpoint;
  }
}
