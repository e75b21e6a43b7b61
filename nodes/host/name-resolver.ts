/** Gives grpc-js a scheme of addresses of our own, for clients that know nothing of our hosts. */
import { type ChannelOptions, experimental, type ServiceConfig, status } from "@grpc/grpc-js";
import { RpcError, toRpcError } from "./rpc-error.ts";

/** `scheme://authority/path` */
export interface Target {
  readonly authority: string;
  readonly path: string;
}

/**
 * Where calls go now; they take turns at all of these addresses.
 * @throws RpcError which the calls fail with while nothing better is known
 */
export type Resolve = (target: Target) => Promise<readonly string[]>;

/** Asked anew so often while a channel lives, and sooner where a connection was lost. */
const everyMs = 1_000;
/** However many connections are lost, it is not asked more often. */
const atLeastMs = 100;

/** One turn after the other, whatever the caller's channel would do by itself. */
const takeTurns: ServiceConfig = {
  loadBalancingConfig: [{ round_robin: {} }],
  methodConfig: [],
};

/** After this `new SomeClient("scheme:///path", …)` calls what `resolve` names. */
export function registerScheme(scheme: string, resolve: Resolve): void {
  class NameResolver implements experimental.Resolver {
    static getDefaultAuthority({ path }: experimental.GrpcUri): string {
      return path;
    }

    readonly #target: Target;
    readonly #listener: experimental.ResolverListener;
    #timer: Timer | undefined;
    #askedAtMs = Number.NEGATIVE_INFINITY;
    /** Grows when the channel is done with us: an answer that comes then is nobody's. */
    #generation = 0;

    constructor(
      { authority = "", path }: experimental.GrpcUri,
      listener: experimental.ResolverListener,
      _options: ChannelOptions,
    ) {
      this.#target = { authority, path };
      this.#listener = listener;
    }

    updateResolution(): void {
      this.#askIn(Math.max(0, this.#askedAtMs + atLeastMs - performance.now()));
    }

    destroy(): void {
      this.#generation += 1;
      clearTimeout(this.#timer);
    }

    #askIn(milliseconds: number): void {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(), milliseconds);
      this.#timer.unref();
    }

    async #ask(): Promise<void> {
      const generation = this.#generation;
      this.#askedAtMs = performance.now();
      const outcome = await resolve(this.#target).catch(toRpcError);
      if (generation !== this.#generation) return;
      this.#tell(outcome);
      this.#askIn(everyMs);
    }

    #tell(outcome: readonly string[] | RpcError): void {
      if (outcome instanceof RpcError) {
        const error = { code: status.UNAVAILABLE, details: outcome.details };
        this.#listener(experimental.statusOrFromError(error), {}, null, "");
        return;
      }
      const endpoints = outcome.map((address) => {
        const colon = address.lastIndexOf(":");
        const port = Number(address.slice(colon + 1));
        return { addresses: [{ host: address.slice(0, colon), port }] };
      });
      const config = experimental.statusOrFromValue(takeTurns);
      this.#listener(experimental.statusOrFromValue(endpoints), {}, config, "");
    }
  }
  experimental.registerResolver(scheme, NameResolver);
}
