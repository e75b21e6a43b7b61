/** A client whose every operation goes into the history, by the model of `swapping-map.ts`. */
import type { FailoverClient } from "../../nodes/failover/failover-client.ts";
import type { Recorder } from "../kit/recorder.ts";

export class RecordedClient {
  readonly id: string;
  readonly #client: FailoverClient;
  readonly #recorder: Recorder;
  readonly #node: { readonly node?: string };

  /** @param node the one server that it asks, if it is one */
  constructor(id: string, client: FailoverClient, recorder: Recorder, node?: string) {
    this.id = id;
    this.#client = client;
    this.#recorder = recorder;
    this.#node = node === undefined ? {} : { node };
  }

  get(key: string): Promise<string | undefined> {
    return this.#record("get", key, null, () => this.#client.get(key));
  }

  put(key: string, value: string): Promise<string | undefined> {
    return this.#record("put", key, value, () => this.#client.put(key, value));
  }

  delete(key: string): Promise<string | undefined> {
    return this.#record("delete", key, null, () => this.#client.delete(key));
  }

  #record(
    f: string,
    key: string,
    value: string | null,
    body: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const operation = { process: this.id, f, key, value, ...this.#node };
    return this.#recorder.operation(operation, body, (answer) => answer ?? null);
  }
}
