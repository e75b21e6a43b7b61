/**
 * A SQLite database in memory that outlives its node. Transactions that are not durable yet are
 * savepoints of one open transaction, so that a crash can keep the first few and undo the rest.
 */
import { Database as Sqlite, type Statement } from "bun:sqlite";
import type { SqlValue } from "../../nodes/host/host.ts";

export class StoredDatabase {
  private readonly sqlite = new Sqlite(":memory:");
  private readonly statements = new Map<string, Statement>();
  /** Transactions that are not durable yet. */
  pending = 0;
  /** Counts all transactions that were made durable together. */
  flushes = 0;
  isOpen = false;

  statement(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.sqlite.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  all(sql: string, parameters: readonly SqlValue[]): unknown[] {
    return this.statement(sql).all(...parameters);
  }

  run(sql: string, parameters: readonly SqlValue[] = []): void {
    this.statement(sql).run(...parameters);
  }

  /** Runs `body` as one more transaction that is not durable yet. */
  transact<Result>(body: () => Result): Result {
    const name = `t${this.pending}`;
    this.run(`SAVEPOINT ${name}`);
    try {
      const result = body();
      this.pending += 1;
      return result;
    } catch (error) {
      this.run(`ROLLBACK TO ${name}`);
      this.run(`RELEASE ${name}`);
      throw error;
    }
  }

  /** Makes all transactions durable. */
  flush(): void {
    if (this.pending === 0) return;
    this.run("COMMIT");
    this.pending = 0;
    this.flushes += 1;
  }

  /** Keeps the first `kept` of the transactions that are not durable, and none of the others. */
  crash(kept: number): void {
    this.isOpen = false;
    if (kept < this.pending) this.run(`ROLLBACK TO t${kept}`);
    this.flush();
  }

  close(): void {
    for (const statement of this.statements.values()) statement.finalize();
    this.sqlite.close();
  }
}
