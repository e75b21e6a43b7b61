/** Clients that write, read and delete the same few keys while servers die and come back. */
import type { Host } from "../../nodes/host/host.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { RecordedClient } from "./recorded-client.ts";

/** Few, so that clients meet. */
const keys = 6;

interface Context {
  readonly host: Host;
  readonly options: { readonly seed: number };
  readonly signal: AbortSignal;
}

export class Background implements AsyncDisposable {
  readonly #context: Context;
  readonly #paceMs: number;
  readonly #working: Promise<unknown>;
  #stopped = false;

  /** @param paceMs between two operations of a client, on average */
  constructor(context: Context, clients: readonly RecordedClient[], paceMs: number) {
    this.#context = context;
    this.#paceMs = paceMs;
    this.#working = Promise.all(clients.map((client) => this.#work(client)));
  }

  /** Resolves when the last operations have ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #work(client: RecordedClient): Promise<void> {
    const { host, options, signal } = this.#context;
    const random = seededRandom(options.seed, client.id);
    for (let number = 1; !this.#stopped && !signal.aborted; number++) {
      const key = `shared ${random.integer(keys)}`;
      const chance = random.integer(10);
      try {
        if (chance < 4) await client.put(key, `${client.id} ${number}`);
        else if (chance < 5) await client.delete(key);
        else await client.get(key);
      } catch (error) {
        // All servers were down: what it means for the history is in the history.
        if (!(error instanceof RpcError)) throw error;
      }
      await host.clock.sleep(random.integer(2 * this.#paceMs));
    }
  }
}
