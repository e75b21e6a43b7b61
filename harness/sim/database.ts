/** A SQLite database of a simulated disk, as one start of a node has it open. */
import type { Database, SqlValue } from "../../nodes/host/host.ts";
import { assert } from "./assert.ts";
import { never, type SimulatedDisk } from "./disk.ts";
import type { SimulatedHost } from "./host.ts";
import type { StoredDatabase } from "./stored-database.ts";

export class SimulatedDatabase implements Database {
  private inBody = false;
  private closed = false;

  private readonly disk: SimulatedDisk;
  private readonly host: SimulatedHost;
  private readonly stored: StoredDatabase;

  constructor(disk: SimulatedDisk, host: SimulatedHost, stored: StoredDatabase) {
    this.disk = disk;
    this.host = host;
    this.stored = stored;
  }

  all<Row>(sql: string, ...parameters: SqlValue[]): Row[] {
    this.assertUsable();
    return this.stored.all(sql, parameters) as Row[];
  }

  run(sql: string, ...parameters: SqlValue[]): void {
    this.assertUsable();
    // A transaction of its own is durable at once, and so is all that came before it.
    if (!this.inBody) this.stored.flush();
    this.stored.run(sql, parameters);
  }

  async commit<Result>(body: () => Result): Promise<Result> {
    if (!this.host.isAlive) return never();
    this.assertUsable();
    assert(!this.inBody, "a transaction within a transaction");
    const { stored } = this;
    this.inBody = true;
    let result: Result;
    try {
      result = stored.transact(body);
    } finally {
      this.inBody = false;
    }
    const flushes = stored.flushes;
    return this.disk.sync("commit", () => {
      if (stored.flushes === flushes) stored.flush();
      return result;
    });
  }

  close(): void {
    if (this.closed || !this.host.isAlive) return;
    this.closed = true;
    this.stored.flush();
    this.stored.isOpen = false;
  }

  private assertUsable(): void {
    assert(!this.closed, "the database is closed");
    assert(this.host.isAlive, "the node of this database has crashed");
  }
}
