/**
 * Reads from the own memory. What was read is answered once it is committed: until then the write
 * could still be lost with its primary, and another server answers without it. (van Renesse and
 * Schneider 2004, "Chain replication", and its reads at any server: Terrace and Freedman 2009,
 * "Object storage on CRAQ", section 2.3.)
 */
import { RpcError } from "../host/rpc-error.ts";
import type { Entry } from "./data.ts";
import type { Replica } from "./replica.ts";
import type { Succession } from "./succession.ts";

/** How long a read waits for a lease or a commit, in milliseconds. */
const patienceMs = 1_000;
const valuesOfOneMessage = 200;

export class Reading {
  readonly #replica: Replica;
  readonly #succession: Succession;

  constructor(replica: Replica, succession: Succession) {
    this.#replica = replica;
    this.#succession = succession;
  }

  /** Whether a read would be answered at this moment. */
  get isPossible(): boolean {
    const { primary, isNormal, lease } = this.#replica;
    return primary === undefined ? isNormal && lease.isValid : primary.readableMs > 0;
  }

  /** @throws RpcError UNAVAILABLE when this server may not read */
  async get(key: string): Promise<{ found: boolean; value: string }> {
    if (!this.isPossible) await this.#untilPossible();
    const entry = this.#replica.data.entry(key);
    if (entry === undefined) return { found: false, value: "" };
    if (entry.sequence > this.#replica.committed) await this.#untilCommitted(entry.sequence);
    return { found: !entry.deleted, value: entry.value };
  }

  async *scan(first: string, last: string): AsyncGenerator<{ pairs: Entry[] }> {
    if (!this.isPossible) await this.#untilPossible();
    const { data } = this.#replica;
    const { sequence } = data;
    const pairs = data.range(first, last);
    // A deletion leaves nothing in the range, and counts all the same.
    if (sequence > this.#replica.committed) await this.#untilCommitted(sequence);
    for (let from = 0; from < pairs.length; from += valuesOfOneMessage) {
      yield { pairs: pairs.slice(from, from + valuesOfOneMessage) };
    }
  }

  async #untilPossible(): Promise<void> {
    const { host, rank } = this.#replica;
    const endsAt = host.clock.monotonicMs() + patienceMs;
    while (!this.isPossible) {
      const leftMs = endsAt - host.clock.monotonicMs();
      if (leftMs < 1) throw new RpcError("UNAVAILABLE", `server ${rank} may not read now`);
      const changed = this.#replica.untilChanged(Math.min(leftMs, 50));
      if (this.#replica.primary === undefined) void this.#succession.check();
      await changed;
    }
  }

  async #untilCommitted(sequence: number): Promise<void> {
    const replica = this.#replica;
    const epoch = replica.promised;
    if (replica.primary !== undefined) return replica.primary.untilCommitted(sequence);
    const options = { timeoutMs: patienceMs };
    try {
      const answer = await replica.peer(replica.leader).awaitCommit({ epoch, sequence }, options);
      if (replica.promised === epoch) replica.setCommitted(Number(answer.committed));
    } catch {
      const details = `server ${replica.rank} can't tell yet whether what it holds is committed`;
      throw new RpcError("UNAVAILABLE", details);
    }
  }
}
