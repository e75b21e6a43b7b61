/**
 * A client of the fail-over store. It knows some of the servers, asks one at random for every
 * operation, and asks another when that one fails. A write is sent with the same name to each, so
 * that it never runs twice ("Client-Server Protocol" of the specification knows no such name, and
 * "there is a risk of the operation executing twice").
 */
import type { Host } from "../host/host.ts";
import { Mutex } from "../host/mutex.ts";
import { RpcError, toRpcError } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import { keyProblem, valueProblem } from "./input.ts";
import { Store } from "./protocol.ts";

/** How long to wait, in milliseconds. */
export interface Patience {
  /** For one server, before another one is asked. */
  readonly tryMs: number;
  /** For the whole operation: that long all of them must have failed. */
  readonly operationMs: number;
}

export const defaultPatience: Patience = { tryMs: 1_000, operationMs: 5_000 };

/** A server that failed is asked last for so long. */
const avoidMs = 1_000;
/** Between two rounds in which every server failed, at first; doubles each time. */
const firstPauseMs = 5;
const longestPauseMs = 100;

export interface Pair {
  readonly key: string;
  readonly value: string;
}

type Server = Client<typeof Store>;

export class FailoverClient {
  readonly servers: readonly string[];
  readonly #host: Host;
  readonly #patience: Patience;
  /** Of this client alone: the servers remember one write of each name. */
  readonly #name: string;
  readonly #writes = new Mutex();
  readonly #failedAtMs = new Map<string, number>();
  #number = 0;

  /** @param servers `host:port` of those that it may ask: one at least, not necessarily all */
  constructor(host: Host, servers: readonly string[], patience: Patience = defaultPatience) {
    if (servers.length === 0) throw new Error("a client needs a server");
    this.servers = servers;
    this.#host = host;
    this.#patience = patience;
    this.#name = `${host.incarnation}-${host.random.integer(2 ** 48).toString(36)}`;
  }

  /**
   * The value, or undefined when there is none.
   * @throws RpcError INVALID_ARGUMENT for what is no key; else when no server answers
   */
  async get(key: string): Promise<string | undefined> {
    refuse(keyProblem(key));
    const { found, value } = await this.#ask((server, timeoutMs) =>
      server.get({ key }, { timeoutMs }),
    ).catch(readFailed);
    return found ? value : undefined;
  }

  /**
   * Replaces the value. Writes of one client run one after the other.
   * @returns the old value, or undefined when there was none
   * @throws RpcError INVALID_ARGUMENT for what is no key or no value; else when no server answers,
   *   and `definite` says whether it is certain that nothing was changed
   */
  async put(key: string, value: string): Promise<string | undefined> {
    refuse(keyProblem(key) ?? valueProblem(value));
    return this.#write((server, name, timeoutMs) =>
      server.put({ key, value, ...name }, { timeoutMs }),
    );
  }

  /** Removes the key; otherwise as `put`. */
  async delete(key: string): Promise<string | undefined> {
    refuse(keyProblem(key));
    return this.#write((server, name, timeoutMs) => server.delete({ key, ...name }, { timeoutMs }));
  }

  /** All pairs from one key to another, both included, in the order of the keys' bytes. */
  async scan(first: string, last: string): Promise<Pair[]> {
    refuse(keyProblem(first) ?? keyProblem(last));
    return this.#ask(async (server) => {
      const pairs: Pair[] = [];
      const timeoutMs = this.#patience.operationMs;
      for await (const some of server.scan({ first, last }, { timeoutMs })) {
        pairs.push(...some.pairs);
      }
      return pairs;
    }).catch(readFailed);
  }

  #write(
    call: (
      server: Server,
      name: { readonly client: string; readonly number: number },
      timeoutMs: number,
    ) => Promise<{ readonly found: boolean; readonly old: string }>,
  ): Promise<string | undefined> {
    return this.#writes.run(async () => {
      this.#number += 1;
      const name = { client: this.#name, number: this.#number };
      const { found, old } = await this.#ask((server, timeoutMs) => call(server, name, timeoutMs));
      return found ? old : undefined;
    });
  }

  /** Asks until one answers: every server once, then all again after a pause. */
  async #ask<Answer>(
    call: (server: Server, timeoutMs: number) => Promise<Answer>,
  ): Promise<Answer> {
    const { clock } = this.#host;
    const deadlineMs = clock.monotonicMs() + this.#patience.operationMs;
    let definite = true;
    let last = new RpcError("UNAVAILABLE", "no server was asked");
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      for (const address of this.#order()) {
        const leftMs = deadlineMs - clock.monotonicMs();
        if (leftMs <= 0) break;
        try {
          const server = this.#host.connect(Store, address);
          const answer = await call(server, Math.min(leftMs, this.#patience.tryMs));
          this.#failedAtMs.delete(address);
          return answer;
        } catch (error) {
          last = toRpcError(error);
          definite &&= last.definite;
          if (last.code === "INVALID_ARGUMENT") throw refusal(last, definite);
          this.#failedAtMs.set(address, clock.monotonicMs());
        }
      }
      const leftMs = deadlineMs - clock.monotonicMs();
      if (leftMs <= 0) throw this.#allFailed(last, definite);
      await clock.sleep(Math.min(pauseMs, leftMs));
    }
  }

  /** At random, but those that failed lately at the end, the first of them first. */
  #order(): string[] {
    const since = this.#host.clock.monotonicMs() - avoidMs;
    const failedAtMs = (address: string) => {
      const atMs = this.#failedAtMs.get(address) ?? 0;
      return atMs > since ? atMs : 0;
    };
    const shuffled = this.#host.random.shuffle(this.servers);
    if (this.#failedAtMs.size === 0) return shuffled;
    return shuffled.sort((one, other) => failedAtMs(one) - failedAtMs(other));
  }

  #allFailed(last: RpcError, definite: boolean): RpcError {
    const { servers } = this;
    const { operationMs } = this.#patience;
    const who = servers.length === 1 ? `not ${servers[0]}` : `none of ${servers.length} servers`;
    const details = `${who} did it within ${operationMs} ms; the last said ${last.message}`;
    return new RpcError("UNAVAILABLE", details, { definite });
  }
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw new RpcError("INVALID_ARGUMENT", problem);
}

function refusal({ code, details }: RpcError, definite: boolean): RpcError {
  return new RpcError(code, details, { definite });
}

/** Whatever became of a read, it has changed nothing. */
function readFailed(error: unknown): never {
  const { code, details } = toRpcError(error);
  throw new RpcError(code, details, { definite: true });
}
