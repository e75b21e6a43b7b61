/**
 * Asks whichever balancer answers. When none does, goes on with the backends that were last known:
 * a balancer is only asked for advice, so its death must stop nobody.
 */
import type { PickResponse__Output } from "../../proto/types/proctor/balancer/v1/PickResponse.ts";
import type { Discovery } from "../host/discovery.ts";
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Endpoint } from "./backend-list.ts";
import { inTurns } from "./choose.ts";
import { Balancer } from "./protocol.ts";

/** Which backends the next calls should go to. */
export interface Advice {
  /** One for each call, at least one, in the order in which they should be called. */
  readonly endpoints: readonly Endpoint[];
  /** For how long it is good. */
  readonly lifetimeMs: number;
}

/** A balancer that does not answer for so long is taken for dead. */
const patienceMs = 500;
/** One that failed is not asked again for so long, while there is another way. */
const coolDownMs = 500;
/** Advice from what was last known: short, so that a balancer that is back is asked soon. */
const unadvisedMs = 50;

export class Balancers {
  readonly #host: Host;
  readonly #discovery: Discovery;
  /** By address: until when a balancer that failed is left alone. */
  readonly #coolUntilMs = new Map<string, number>();
  #listVersion = "";
  #known: readonly Endpoint[] = [];

  constructor(host: Host, discovery: Discovery) {
    this.#host = host;
    this.#discovery = discovery;
  }

  /**
   * @param calls that are to be made
   * @param exclude ids of backends that have just failed
   * @param timeoutMs for all of it
   * @throws RpcError UNAVAILABLE when no balancer names a backend and none is known from before
   */
  async ask(calls: number, exclude: readonly string[], timeoutMs: number): Promise<Advice> {
    const { clock } = this.#host;
    const deadlineMs = clock.monotonicMs() + timeoutMs;
    let failure: unknown;
    for (const address of await this.#addresses()) {
      const leftMs = deadlineMs - clock.monotonicMs();
      if (leftMs <= 0) break;
      try {
        return await this.#askOne(address, calls, exclude, Math.min(patienceMs, leftMs));
      } catch (error) {
        if (!isSilence(error)) throw error;
        failure = error;
      }
    }
    this.#discovery.lookAgain();
    return this.#adviceFromMemory(calls, exclude, failure);
  }

  /** Those that have not failed lately; all of them where there is nothing else to go by. */
  async #addresses(): Promise<readonly string[]> {
    let addresses: readonly string[];
    try {
      addresses = await this.#discovery.addresses();
    } catch (error) {
      if (this.#known.length > 0) return [];
      throw error;
    }
    const nowMs = this.#host.clock.monotonicMs();
    const warm = addresses.filter((address) => (this.#coolUntilMs.get(address) ?? 0) <= nowMs);
    return warm.length === 0 && this.#known.length === 0 ? addresses : warm;
  }

  async #askOne(
    address: string,
    calls: number,
    exclude: readonly string[],
    timeoutMs: number,
  ): Promise<Advice> {
    const balancer = this.#host.connect(Balancer, address);
    const request = { calls, exclude: [...exclude], listVersion: this.#listVersion };
    try {
      const answer = await balancer.pick(request, { timeoutMs });
      this.#remember(answer);
      const choices = answer.choices.flatMap(({ backend, calls: its }) => {
        return backend === null ? [] : [{ backend, calls: its }];
      });
      const endpoints = inTurns(choices);
      if (endpoints.length > 0) return { endpoints, lifetimeMs: answer.lifetimeMs };
      throw new RpcError("UNAVAILABLE", `the balancer at ${address} named no backend`);
    } catch (error) {
      // With exclusions, a balancer that is well may know of nobody else.
      if (isSilence(error) && exclude.length === 0) {
        this.#coolUntilMs.set(address, this.#host.clock.monotonicMs() + coolDownMs);
      }
      throw error;
    }
  }

  #remember({ listVersion, backends }: PickResponse__Output): void {
    if (listVersion === this.#listVersion) return;
    this.#listVersion = listVersion;
    this.#known = backends;
  }

  #adviceFromMemory(calls: number, exclude: readonly string[], failure: unknown): Advice {
    const usable = this.#known.filter(({ id }) => !exclude.includes(id));
    if (usable.length === 0) {
      throw failure ?? new RpcError("UNAVAILABLE", "no balancer answers and no backend is known");
    }
    const shuffled = this.#host.random.shuffle(usable);
    const endpoints = Array.from(
      { length: calls },
      (_, call) => shuffled[call % shuffled.length] as Endpoint,
    );
    return { endpoints, lifetimeMs: unadvisedMs };
  }
}

/** Nobody answered, or whoever answered knows no backend. */
function isSilence(error: unknown): boolean {
  return (
    error instanceof RpcError &&
    ["UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED"].includes(error.code)
  );
}
