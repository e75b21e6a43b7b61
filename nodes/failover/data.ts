/** What a server holds, in memory: the entries, and the last answer to each client. */
import { RpcError } from "../host/rpc-error.ts";

/** A key as the last write left it. */
export interface Entry {
  readonly key: string;
  /** Empty when it is deleted. */
  readonly value: string;
  readonly deleted: boolean;
  /** Of the write that made it. */
  readonly sequence: number;
}

/** What a write is answered: whether there was a value before, and which. */
export interface Outcome {
  readonly found: boolean;
  readonly old: string;
}

/** The last write of a client, and what it was answered. */
export interface Answer extends Outcome {
  readonly client: string;
  readonly number: number;
  readonly sequence: number;
}

export interface Write {
  readonly key: string;
  readonly value: string;
  readonly delete: boolean;
  readonly client: string;
  /** Grows with every write of the client. */
  readonly number: number;
}

/** A part of the log with only the last entry of a key and the last answer to a client. */
export interface Changes {
  readonly entries: readonly Entry[];
  readonly answers: readonly Answer[];
}

/** Keys and clients whose state is not known any more. */
export interface Lost {
  readonly keys: readonly string[];
  readonly clients: readonly string[];
}

export class Data {
  readonly #entries = new Map<string, Entry>();
  readonly #answers = new Map<string, Answer>();
  #sequence = 0;
  #keys = 0;

  /** Of the last write that is in it. */
  get sequence(): number {
    return this.#sequence;
  }

  /** How many keys have a value. */
  get keys(): number {
    return this.#keys;
  }

  entry(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  /** Entries with a value, of keys from `first` to `last`, in the order of their bytes. */
  range(first: string, last: string): Entry[] {
    const [from, to] = [Buffer.from(first), Buffer.from(last)];
    return [...this.#entries.values()]
      .filter(({ deleted }) => !deleted)
      .map((entry) => ({ entry, bytes: Buffer.from(entry.key) }))
      .filter(({ bytes }) => from.compare(bytes) <= 0 && bytes.compare(to) <= 0)
      .toSorted((one, other) => one.bytes.compare(other.bytes))
      .map(({ entry }) => entry);
  }

  /**
   * Executes a write, once: one that was executed before gets its first answer.
   * @throws RpcError FAILED_PRECONDITION when the client has made a later write since
   */
  execute(write: Write): Answer {
    const { key, value, client, number } = write;
    const known = this.#answers.get(client);
    if (known !== undefined && number <= known.number) {
      if (number === known.number) return known;
      const details = `write ${number} of ${client} comes after its write ${known.number}`;
      throw new RpcError("FAILED_PRECONDITION", details);
    }
    const before = this.#entries.get(key);
    const found = before !== undefined && !before.deleted;
    this.#sequence += 1;
    const sequence = this.#sequence;
    if (found || !write.delete) {
      this.#set({ key, value: write.delete ? "" : value, deleted: write.delete, sequence });
    }
    const answer = { client, number, sequence, found, old: found ? before.value : "" };
    this.#answers.set(client, answer);
    return answer;
  }

  /** What was written after a sequence number, and, whenever that was, what is asked for. */
  changesAfter(sequence: number, lost: Lost = { keys: [], clients: [] }): Changes {
    const keys = new Set(lost.keys);
    const clients = new Set(lost.clients);
    return {
      entries: [...this.#entries.values()].filter(
        (entry) => entry.sequence > sequence || keys.has(entry.key),
      ),
      answers: [...this.#answers.values()].filter(
        (answer) => answer.sequence > sequence || clients.has(answer.client),
      ),
    };
  }

  /** What would be lost if the log ended with this sequence number. */
  lostAfter(sequence: number): Lost {
    const { entries, answers } = this.changesAfter(sequence);
    return { keys: entries.map(({ key }) => key), clients: answers.map(({ client }) => client) };
  }

  forget({ keys, clients }: Lost): void {
    for (const key of keys) {
      if (this.#entries.get(key)?.deleted === false) this.#keys -= 1;
      this.#entries.delete(key);
    }
    for (const client of clients) this.#answers.delete(client);
  }

  /** @param last after this the log ends here */
  install({ entries, answers }: Changes, last: number): void {
    for (const entry of entries) {
      if (entry.sequence >= (this.#entries.get(entry.key)?.sequence ?? 0)) this.#set(entry);
    }
    for (const answer of answers) {
      if (answer.sequence >= (this.#answers.get(answer.client)?.sequence ?? 0))
        this.#answers.set(answer.client, answer);
    }
    this.#sequence = last;
  }

  #set(entry: Entry): void {
    const had = this.#entries.get(entry.key)?.deleted === false;
    this.#keys += Number(!entry.deleted) - Number(had);
    this.#entries.set(entry.key, entry);
  }
}
