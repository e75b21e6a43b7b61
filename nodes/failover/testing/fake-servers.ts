/** Servers without replication: one store in memory behind several addresses, failing on demand. */
import { RpcError } from "../../host/rpc-error.ts";
import { implement } from "../../host/service.ts";
import { anyPort, testHost, untilAborted } from "../../host/test-support.ts";
import { Store } from "../protocol.ts";

/**
 * What befalls the next call of a server: `down` nothing happens and the client knows; `hang`
 * nothing happens and nobody answers; `lost` it happens and nobody answers.
 */
export type Fate = "down" | "hang" | "lost";

/** A call as a server saw it. */
export interface SeenCall {
  /** The server's place. */
  readonly server: number;
  readonly f: string;
  readonly key: string;
  /** Of a write, its client and number. */
  readonly name?: string;
}

interface Name {
  readonly client: string;
  readonly number: string;
}

export class FakeServers implements AsyncDisposable {
  readonly calls: SeenCall[] = [];
  readonly addresses: string[] = [];
  readonly values = new Map<string, string>();
  /** Calls that a server is at. */
  underWay = 0;
  mostUnderWay = 0;
  readonly #answers = new Map<string, { readonly found: boolean; readonly old: string }>();
  readonly #fates: Fate[][];
  readonly #stack = new AsyncDisposableStack();

  private constructor(count: number) {
    this.#fates = Array.from({ length: count }, () => []);
  }

  static async start(count: number): Promise<FakeServers> {
    const servers = new FakeServers(count);
    for (let place = 0; place < count; place++) await servers.#start(place);
    return servers;
  }

  /** Of the next calls of one server, in their order; later ones go well. */
  fate(place: number, ...fates: readonly Fate[]): void {
    this.#fates[place]?.push(...fates);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }

  async #start(place: number): Promise<void> {
    const host = testHost({ id: `s${place}` });
    this.#stack.use(host);
    const call = <Answer>(
      seen: Omit<SeenCall, "server">,
      signal: AbortSignal,
      execute: () => Answer,
    ) => this.#call(place, seen, signal, execute);
    const handlers = implement(Store, {
      get: ({ key }, { signal }) =>
        call({ f: "get", key }, signal, () => {
          return { found: this.values.has(key), value: this.values.get(key) ?? "" };
        }),
      put: ({ key, value, ...name }, { signal }) =>
        call({ f: "put", key, name: shown(name) }, signal, () =>
          this.#once(name, key, () => this.values.set(key, value)),
        ),
      delete: ({ key, ...name }, { signal }) =>
        call({ f: "delete", key, name: shown(name) }, signal, () =>
          this.#once(name, key, () => this.values.delete(key)),
        ),
      scan: (request, { signal }) => this.#scan(place, request, signal),
      status: (_, { signal }) => call({ f: "status", key: "" }, signal, () => ({ rank: place })),
    });
    const server = await host.serve(anyPort, [handlers]);
    this.#stack.defer(() => server.stop(0));
    this.addresses.push(server.address);
  }

  async #call<Answer>(
    server: number,
    seen: Omit<SeenCall, "server">,
    signal: AbortSignal,
    execute: () => Answer,
  ): Promise<Answer> {
    this.calls.push({ server, ...seen });
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    try {
      const fate = this.#fates[server]?.shift();
      if (fate === "down") throw new RpcError("UNAVAILABLE", "not now", { definite: true });
      if (fate === "hang") return await untilAborted(signal);
      const answer = execute();
      if (fate === "lost") return await untilAborted(signal);
      return answer;
    } finally {
      this.underWay -= 1;
    }
  }

  async *#scan(
    server: number,
    { first, last }: { readonly first: string; readonly last: string },
    signal: AbortSignal,
  ) {
    const keys = [...this.values.keys()].filter((key) => key >= first && key <= last).sort();
    const pairs = keys.map((key) => ({ key, value: this.values.get(key) ?? "" }));
    yield { pairs: pairs.slice(0, 1) };
    // What befalls a scan does so in its middle.
    await this.#call(server, { f: "scan", key: `${first} ${last}` }, signal, () => undefined);
    yield { pairs: pairs.slice(1) };
  }

  /** As the real ones do: the same write again gets the first answer. */
  #once({ client, number }: Name, key: string, change: () => void) {
    const name = `${client} ${number}`;
    const old = this.values.get(key);
    const answer = this.#answers.get(name) ?? { found: old !== undefined, old: old ?? "" };
    if (!this.#answers.has(name)) change();
    this.#answers.set(name, answer);
    return answer;
  }
}

function shown({ client, number }: Name): string {
  return `${client} ${number}`;
}
