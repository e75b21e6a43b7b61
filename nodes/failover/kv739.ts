/**
 * The `kv739` interface: the store by result codes, as trace files and their outputs have them.
 * `init` 0 or −1; `get` 0 present, 1 not present, −1 failure; `put` 0 there was an old value, 1
 * there was none, −1 failure; `shutdown` 0 or −1. What may be no key or value is −1 without asking.
 */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { defaultPatience, FailoverClient, type Patience } from "./failover-client.ts";
import { statusOf } from "./server-status.ts";

export interface Result {
  readonly code: 0 | 1 | -1;
  /** With code 0: of a get the value, of a put the old one. Else empty. */
  readonly value: string;
}

const failure: Result = { code: -1, value: "" };

const isAddress = (text: string) => /^[^\s:,]+:\d{1,5}$/.test(text);

export class Kv739 {
  readonly #host: Host;
  readonly #patience: Patience;
  #client: FailoverClient | undefined;

  constructor(host: Host, patience: Patience = defaultPatience) {
    this.#host = host;
    this.#patience = patience;
  }

  /** @returns 0 when one of the servers answers; −1 when none does, or the list is none */
  async init(servers: readonly string[]): Promise<0 | -1> {
    this.#client = undefined;
    if (servers.length === 0 || !servers.every(isAddress)) return -1;
    const answers = servers.map((address) => statusOf(this.#host, address, this.#patience.tryMs));
    try {
      await Promise.any(answers);
    } catch {
      return -1;
    }
    this.#client = new FailoverClient(this.#host, servers, this.#patience);
    return 0;
  }

  get(key: string): Promise<Result> {
    return this.#result((client) => client.get(key));
  }

  put(key: string, value: string): Promise<Result> {
    return this.#result((client) => client.put(key, value));
  }

  /** @returns −1 when there was no `init`; another one may follow */
  shutdown(): 0 | -1 {
    const was = this.#client;
    this.#client = undefined;
    return was === undefined ? -1 : 0;
  }

  async #result(
    operation: (client: FailoverClient) => Promise<string | undefined>,
  ): Promise<Result> {
    if (this.#client === undefined) return failure;
    try {
      const value = await operation(this.#client);
      return value === undefined ? { code: 1, value: "" } : { code: 0, value };
    } catch (error) {
      if (error instanceof RpcError) return failure;
      throw error;
    }
  }
}
