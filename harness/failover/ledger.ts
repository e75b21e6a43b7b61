/**
 * Keys that one client writes one after the other, so that it is known what each holds; and what
 * single servers answer for them.
 */
import type { Check } from "../check/verdict.ts";
import type { Recorder } from "../kit/recorder.ts";
import type { FailoverCluster } from "./failover-cluster.ts";
import { RecordedClient } from "./recorded-client.ts";

/** What one server answered for all keys. */
export interface Reading {
  readonly rank: number;
  readonly right: number;
  /** The first wrong answer, or none. */
  readonly wrong: string | undefined;
}

/** A server that was just revived has no reason to be slow. */
const readerPatience = { tryMs: 2_000, operationMs: 5_000 };

export class Ledger {
  readonly #store: FailoverCluster;
  readonly #recorder: Recorder;
  readonly #writer: RecordedClient;
  readonly #readers = new Map<number, RecordedClient>();
  readonly #values = new Map<string, string>();
  /** Writes that were answered by something else than the old value. */
  readonly #wrongAnswers: string[] = [];
  #writes = 0;

  constructor(store: FailoverCluster, recorder: Recorder) {
    this.#store = store;
    this.#recorder = recorder;
    this.#writer = new RecordedClient("writer", store.client(), recorder);
  }

  get size(): number {
    return this.#values.size;
  }

  /** New keys, and one that is written again. */
  async write(what: string, count: number): Promise<void> {
    const [known] = this.#values.keys();
    const keys = Array.from({ length: count }, (_, index) => `${what} ${index}`);
    for (const key of known === undefined ? keys : [...keys, known]) await this.#put(key);
  }

  /** Asks exactly this server for every key. */
  async readAt(rank: number): Promise<Reading> {
    const reader = this.#reader(rank);
    let right = 0;
    let wrong: string | undefined;
    for (const [key, value] of this.#values) {
      const answer = await reader.get(key);
      if (answer === value) right += 1;
      else wrong ??= `${key} is ${answer ?? "not present"}, but was written as ${value}`;
    }
    return { rank, right, wrong };
  }

  readAtAll(ranks: readonly number[]): Promise<Reading[]> {
    return Promise.all(ranks.map((rank) => this.readAt(rank)));
  }

  /** Whether each server answered everything as it was written. */
  check(name: string, readings: readonly Reading[]): Check {
    const wrong = readings.find((reading) => reading.wrong !== undefined);
    const problem = wrong === undefined ? this.#wrongAnswers[0] : `s${wrong.rank}: ${wrong.wrong}`;
    const count = readings.reduce((sum, { right }) => sum + right, 0);
    const servers = new Set(readings.map(({ rank }) => rank)).size;
    const evidence = problem ?? `${count} answers of ${servers} servers`;
    const nothing = readings.length === 0 || this.size === 0;
    const verdict = problem !== undefined ? "FAIL" : nothing ? "UNDECIDED" : "PASS";
    return { name, verdict, evidence };
  }

  async #put(key: string): Promise<void> {
    this.#writes += 1;
    const value = `write ${this.#writes}`;
    const due = this.#values.get(key);
    const old = await this.#writer.put(key, value);
    this.#values.set(key, value);
    if (old === due) return;
    this.#wrongAnswers.push(`the put of ${key} was answered by ${old}, but it held ${due}`);
  }

  #reader(rank: number): RecordedClient {
    const known = this.#readers.get(rank);
    if (known !== undefined) return known;
    const client = this.#store.client([rank], readerPatience);
    const reader = new RecordedClient(`reader-s${rank}`, client, this.#recorder, `s${rank}`);
    this.#readers.set(rank, reader);
    return reader;
  }
}
