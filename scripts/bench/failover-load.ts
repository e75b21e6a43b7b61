/** Loads a fail-over store by clients of its own: gets and puts as a generated trace has them. */
import { join } from "node:path";
import {
  generateTrace,
  keyNamed,
  type TraceShape,
} from "../../harness/failover/trace-generator.ts";
import { FailoverClient } from "../../nodes/failover/failover-client.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import type { Operation } from "./load-loops.ts";
import type { Load, LoadPlace } from "./load-worker.ts";

export interface FailoverLoadOptions {
  /** Of the load, unique among those on the same servers. */
  readonly name: string;
  readonly servers: readonly string[];
  /** Where a client may keep something. */
  readonly directory: string;
  /** Clients of this process; each has keys of its own, and so knows every right answer. */
  readonly lanes: number;
  readonly keysPerClient: number;
}

/** Longer than any run: it repeats itself then, with other values. */
const traceOperations = 10_000;
/** A client outlasts any death; what it costs is measured. */
const patience = { tryMs: 1_000, operationMs: 30_000 };

/** Opens the clients and puts a value under each of their keys. */
export async function openLoad(options: FailoverLoadOptions, place: LoadPlace): Promise<Load> {
  const id = `${options.name}-${place.worker}`;
  const dataDirectory = join(options.directory, id);
  const host = createRealHost({ id, dataDirectory, seed: place.seed });
  const lanes = Array.from({ length: options.lanes }, (_, lane) => {
    const client = new FailoverClient(host, options.servers, patience);
    return new Lane(client, `${id} c${lane}`, options.keysPerClient, place.seed);
  });
  await Promise.all(lanes.map((lane) => lane.prepare()));
  return new FailoverLoad(host, lanes);
}

class FailoverLoad implements Load {
  readonly #host: RealHost;
  readonly #lanes: readonly Lane[];

  constructor(host: RealHost, lanes: readonly Lane[]) {
    this.#host = host;
    this.#lanes = lanes;
  }

  /** @param kind `get`, `put` or `mixed`, and `uniform` or `hot`; or `new` for keys never put */
  operation(kind: string, lane: number): Operation {
    const chosen = this.#lanes[lane];
    if (chosen === undefined) throw new Error(`there is no lane ${lane}`);
    if (kind === "new") return () => chosen.putNew();
    const [mix, spread] = kind.split(" ") as [TraceShape["mix"], TraceShape["spread"]];
    return chosen.operation(mix, spread);
  }

  async verify(): Promise<number> {
    const counts = await Promise.all(this.#lanes.map((lane) => lane.verify()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  close(): void {
    this.#host.close();
  }
}

/** One client, one operation at a time, with keys of its own. */
class Lane {
  readonly #client: FailoverClient;
  readonly #name: string;
  readonly #keys: number;
  readonly #seed: number;
  readonly #values = new Map<string, string>();
  #serial = 0;

  constructor(client: FailoverClient, name: string, keys: number, seed: number) {
    this.#client = client;
    this.#name = name;
    this.#keys = keys;
    this.#seed = seed;
  }

  async prepare(): Promise<void> {
    for (let index = 0; index < this.#keys; index++) await this.#put(keyNamed(index));
  }

  operation(mix: TraceShape["mix"], spread: TraceShape["spread"]): Operation {
    const random = seededRandom(this.#seed, `${this.#name} ${mix} ${spread}`);
    const shape = { operations: traceOperations, keys: this.#keys, mix, spread };
    const trace = generateTrace(random, shape);
    let next = 0;
    return async () => {
      const operation = trace[next % traceOperations];
      next += 1;
      if (operation?.f === "get") await this.#get(operation.key);
      else if (operation?.f === "put") await this.#put(operation.key);
    };
  }

  putNew(): Promise<void> {
    return this.#put(`new ${this.#values.size}`);
  }

  /** @returns how many keys; @throws Error when one does not hold what was acknowledged last */
  async verify(): Promise<number> {
    for (const key of this.#values.keys()) await this.#get(key.slice(this.#name.length + 1));
    return this.#values.size;
  }

  async #get(name: string): Promise<void> {
    const key = `${this.#name} ${name}`;
    this.#must(`get of ${key}`, await this.#client.get(key), this.#values.get(key));
  }

  async #put(name: string): Promise<void> {
    const key = `${this.#name} ${name}`;
    this.#serial += 1;
    const value = `value-${this.#serial}`;
    const old = this.#values.get(key);
    const answer = await this.#client.put(key, value);
    this.#values.set(key, value);
    this.#must(`put of ${key}`, answer, old);
  }

  #must(what: string, answer: string | undefined, due: string | undefined): void {
    if (answer !== due) throw new Error(`a ${what} was answered by ${answer}, due was ${due}`);
  }
}
