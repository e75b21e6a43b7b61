/**
 * The payments of one client, kept in SQLite from before they are first sent until their user has
 * been told how they ended. It holds keys and amounts, and neither password nor token.
 */
import type { Database, Host } from "../host/host.ts";

export interface QueuedPayment {
  readonly key: string;
  readonly payer: string;
  readonly payee: string;
  readonly amount: number;
  readonly queuedAtMs: number;
  /** `waiting` until it is known how it ended. */
  readonly state: "waiting" | "paid" | "refused";
  /** Why it was refused. */
  readonly reason: string;
}

export type Settlement = Pick<QueuedPayment, "state" | "reason">;

const columns = "key, payer, payee, amount, queuedAtMs, state, reason";

export class PaymentQueue {
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
    database.run(`CREATE TABLE IF NOT EXISTS payment (place INTEGER PRIMARY KEY, key TEXT UNIQUE,
      payer TEXT NOT NULL, payee TEXT NOT NULL, amount INTEGER NOT NULL,
      queuedAtMs INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'waiting',
      reason TEXT NOT NULL DEFAULT '', told INTEGER NOT NULL DEFAULT 0)`);
    database.run("CREATE INDEX IF NOT EXISTS untold ON payment (payer, place) WHERE told = 0");
  }

  static async open(host: Host): Promise<PaymentQueue> {
    return new PaymentQueue(await host.disk.openDatabase("queue.sqlite"));
  }

  /** Durable when resolved. */
  async add({ key, payer, payee, amount, queuedAtMs }: Omit<QueuedPayment, keyof Settlement>) {
    await this.#database.commit(() =>
      this.#database.run(
        "INSERT INTO payment (key, payer, payee, amount, queuedAtMs) VALUES (?, ?, ?, ?, ?)",
        ...[key, payer, payee, amount, queuedAtMs],
      ),
    );
  }

  /** What is to be sent next from an account: the oldest that waits. */
  next(payer: string): QueuedPayment | undefined {
    return this.#database.all<QueuedPayment>(
      `SELECT ${columns} FROM payment
       WHERE told = 0 AND payer = ? AND state = 'waiting' ORDER BY place LIMIT 1`,
      payer,
    )[0];
  }

  /** Durable when resolved. */
  async settle(key: string, { state, reason }: Settlement): Promise<void> {
    await this.#database.commit(() =>
      this.#database.run(
        "UPDATE payment SET state = ?, reason = ? WHERE key = ?",
        ...[state, reason, key],
      ),
    );
  }

  /** Settled, with the user not told yet. */
  untold(): QueuedPayment[] {
    return this.#database.all<QueuedPayment>(
      `SELECT ${columns} FROM payment WHERE told = 0 AND state <> 'waiting' ORDER BY place`,
    );
  }

  async markTold(key: string): Promise<void> {
    await this.#database.commit(() =>
      this.#database.run("UPDATE payment SET told = 1 WHERE key = ?", key),
    );
  }

  /** In the order in which they were queued. */
  waiting(): QueuedPayment[] {
    return this.#database.all<QueuedPayment>(
      `SELECT ${columns} FROM payment WHERE told = 0 AND state = 'waiting' ORDER BY place`,
    );
  }

  /** Of the payment that was queued last, if any. */
  lastKey(): string | undefined {
    const newest = "SELECT key FROM payment ORDER BY place DESC LIMIT 1";
    return this.#database.all<{ key: string }>(newest)[0]?.key;
  }

  close(): void {
    this.#database.close();
  }
}
