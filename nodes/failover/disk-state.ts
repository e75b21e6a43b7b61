/**
 * What a server keeps on disk: entries, answers, and its standing among the servers, in SQLite. All
 * changes that wait are one transaction, so that the disk always holds some beginning of the log.
 */
import type { Database, Host } from "../host/host.ts";
import { type Answer, type Changes, Data, type Entry, type Lost } from "./data.ts";
import { type History, noEpoch } from "./epochs.ts";
import { everybody, type Membership } from "./membership.ts";

/** What a server must not forget about epochs. */
export interface Standing {
  /** It follows no earlier epoch. */
  readonly promised: number;
  /** The last in which it held the primary's whole log. */
  readonly normalEpoch: number;
  readonly membership: Membership;
  readonly history: History;
}

/** How long an acknowledged write may wait for the disk of a backup that need not be durable. */
const writeBehindMs = 500;

const schema = [
  `CREATE TABLE IF NOT EXISTS entries
     (key TEXT PRIMARY KEY, value TEXT, deleted INTEGER, sequence INTEGER) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS answers
     (client TEXT PRIMARY KEY, number INTEGER, sequence INTEGER, found INTEGER, old TEXT)
     WITHOUT ROWID`,
  "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
];

interface Waiting {
  entries: Map<string, Entry | undefined>;
  answers: Map<string, Answer | undefined>;
}

const nothing = (): Waiting => ({ entries: new Map(), answers: new Map() });

export class DiskState {
  readonly data: Data;
  readonly #host: Host;
  readonly #database: Database;
  #standing: Standing;
  #durable: { readonly sequence: number; readonly standing: Standing };
  #waiting = nothing();
  #flushing: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #isDue = false;

  private constructor(host: Host, database: Database, data: Data, standing: Standing) {
    this.#host = host;
    this.#database = database;
    this.data = data;
    this.#standing = standing;
    this.#durable = { sequence: data.sequence, standing };
  }

  static async open(host: Host, servers: number): Promise<DiskState> {
    const database = await host.disk.openDatabase("store.sqlite");
    for (const statement of schema) database.run(statement);
    const facts = database.all<{ name: string; value: string }>("SELECT name, value FROM facts");
    const known = new Map(facts.map(({ name, value }) => [name, JSON.parse(value)]));
    const entries = database.all<Omit<Entry, "deleted"> & { deleted: number }>(
      "SELECT key, value, deleted, sequence FROM entries",
    );
    const answers = database.all<Omit<Answer, "found"> & { found: number }>(
      "SELECT client, number, sequence, found, old FROM answers",
    );
    const data = new Data();
    const changes = {
      entries: entries.map((entry) => ({ ...entry, deleted: entry.deleted === 1 })),
      answers: answers.map((answer) => ({ ...answer, found: answer.found === 1 })),
    };
    data.install(changes, known.get("sequence") ?? 0);
    const fresh = {
      promised: noEpoch,
      normalEpoch: noEpoch,
      membership: everybody(servers),
      history: [],
    };
    return new DiskState(host, database, data, known.get("standing") ?? fresh);
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** What would be there after a crash. */
  get durable(): { readonly sequence: number; readonly standing: Standing } {
    return this.#durable;
  }

  /** Takes effect at once, and is on disk after the next flush. */
  setStanding(change: Partial<Standing>): void {
    this.#standing = { ...this.#standing, ...change };
  }

  /** What has just been executed, or installed after something was lost. */
  keep({ entries, answers }: Changes, lost: Lost = { keys: [], clients: [] }): void {
    for (const key of lost.keys) this.#waiting.entries.set(key, undefined);
    for (const client of lost.clients) this.#waiting.answers.set(client, undefined);
    for (const entry of entries) this.#waiting.entries.set(entry.key, this.data.entry(entry.key));
    for (const answer of answers) this.#waiting.answers.set(answer.client, answer);
  }

  /** Resolves when all up to now is on disk; all that wait share one transaction. */
  flush(): Promise<void> {
    if (this.#flushing === undefined) {
      this.#flushing = this.#commit().finally(() => {
        this.#flushing = undefined;
      });
      return this.#flushing;
    }
    this.#next ??= this.#flushing.then(() => {
      this.#next = undefined;
      return this.flush();
    });
    return this.#next;
  }

  /** All up to now will be on disk before long. */
  flushSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    void this.#host.clock.sleep(writeBehindMs).then(() => {
      this.#isDue = false;
      return this.flush();
    });
  }

  async close(): Promise<void> {
    await this.flush();
    this.#database.close();
  }

  async #commit(): Promise<void> {
    const { entries, answers } = this.#waiting;
    this.#waiting = nothing();
    const state = { sequence: this.data.sequence, standing: this.#standing };
    await this.#database.commit(() => {
      for (const [key, entry] of entries) this.#writeEntry(key, entry);
      for (const [client, answer] of answers) this.#writeAnswer(client, answer);
      for (const [name, value] of Object.entries(state)) {
        this.#database.run(
          "INSERT INTO facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
          ...[name, JSON.stringify(value)],
        );
      }
    });
    this.#durable = state;
  }

  #writeEntry(key: string, entry: Entry | undefined): void {
    if (entry === undefined) this.#database.run("DELETE FROM entries WHERE key = ?", key);
    else {
      this.#database.run(
        `INSERT INTO entries VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
           value = excluded.value, deleted = excluded.deleted, sequence = excluded.sequence`,
        ...[key, entry.value, Number(entry.deleted), entry.sequence],
      );
    }
  }

  #writeAnswer(client: string, answer: Answer | undefined): void {
    if (answer === undefined) this.#database.run("DELETE FROM answers WHERE client = ?", client);
    else {
      const { number, sequence, found, old } = answer;
      this.#database.run(
        `INSERT INTO answers VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
           number = excluded.number, sequence = excluded.sequence,
           found = excluded.found, old = excluded.old`,
        ...[client, number, sequence, Number(found), old],
      );
    }
  }
}
