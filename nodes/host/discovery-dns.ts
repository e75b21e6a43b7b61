/** Finds a service by the SRV records of its name (RFC 2782). */
import { Resolver } from "node:dns/promises";
import type { Discovery } from "./discovery.ts";
import { RpcError } from "./rpc-error.ts";

/** An answer is used for so long; node's resolver keeps the records' own time to itself. */
const keepMs = 5_000;
/** Callers that find nobody don't ask the name server more often than this. */
const betweenQueriesMs = 200;

export class DnsDiscovery implements Discovery {
  readonly #name: string;
  readonly #server: string | undefined;
  #known: readonly string[] | undefined;
  #asking: Promise<void> | undefined;
  #askedAtMs = Number.NEGATIVE_INFINITY;
  #failure = "";

  /** @param server `host:port` of the name server; by default the system's */
  constructor(name: string, server: string | undefined) {
    this.#name = name;
    this.#server = server;
  }

  async addresses(): Promise<readonly string[]> {
    if (performance.now() - this.#askedAtMs > keepMs) this.#ask();
    if (this.#known === undefined) await this.#asking;
    if (this.#known !== undefined) return this.#known;
    throw new RpcError("UNAVAILABLE", `nothing is known of ${this.#name}: ${this.#failure}`);
  }

  lookAgain(): void {
    if (performance.now() - this.#askedAtMs > betweenQueriesMs) this.#ask();
  }

  close(): void {}

  #ask(): void {
    this.#asking ??= this.#query().finally(() => {
      this.#asking = undefined;
    });
  }

  async #query(): Promise<void> {
    this.#askedAtMs = performance.now();
    // A resolver of its own for each query: one that has heard of no records remembers it for long.
    const resolver = new Resolver({ timeout: 1_000, tries: 2 });
    if (this.#server !== undefined) resolver.setServers([this.#server]);
    try {
      const records = await resolver.resolveSrv(this.#name);
      // A lower priority is preferred; weights are left out, since every client asks all anyway.
      records.sort((one, other) => one.priority - other.priority);
      if (records.length > 0) this.#known = records.map(({ name, port }) => `${name}:${port}`);
      else this.#failure = "it has no SRV record";
    } catch (error) {
      this.#failure = String(error);
    }
    // A name that could not be resolved at all is asked for again at the next call.
    if (this.#known === undefined) this.#askedAtMs = Number.NEGATIVE_INFINITY;
  }
}
