/**
 * SQLite by `bun:sqlite`: write-ahead log, synced at every commit. What is committed in one turn of
 * the event loop is one transaction with a savepoint each, so that one sync carries all of it.
 */
import { Database as Sqlite } from "bun:sqlite";
import type { Database, SqlValue } from "./host.ts";

/** @param path of the file; `:memory:` for one that ends with the process */
export function openSqlite(path: string): Database {
  const sqlite = new Sqlite(path, { create: true, strict: true });
  sqlite.run("PRAGMA journal_mode = WAL");
  sqlite.run("PRAGMA synchronous = FULL");
  return wrapSqlite(sqlite);
}

/** What a sync tells those who wait for it. */
type Durable = PromiseWithResolvers<void>;

function wrapSqlite(sqlite: Sqlite): Database {
  const run = (sql: string, ...parameters: SqlValue[]) => {
    sqlite.query<unknown, SqlValue[]>(sql).run(...parameters);
  };
  let group: Durable | undefined;
  let inBody = false;
  const flush = () => {
    const durable = group;
    group = undefined;
    if (durable === undefined) return;
    try {
      run("COMMIT");
      durable.resolve();
    } catch (error) {
      if (sqlite.inTransaction) run("ROLLBACK");
      durable.reject(error);
    }
  };
  const begin = (): Durable => {
    run("BEGIN IMMEDIATE");
    setImmediate(flush);
    const durable = Promise.withResolvers<void>();
    // It may be that all bodies of the group threw, and nobody waits.
    durable.promise.catch(() => {});
    return durable;
  };
  return {
    all: <Row>(sql: string, ...parameters: SqlValue[]) =>
      sqlite.query<Row, SqlValue[]>(sql).all(...parameters),
    run: (sql, ...parameters) => {
      // A transaction of its own is durable at once, and so is all that came before it.
      if (!inBody) flush();
      run(sql, ...parameters);
    },
    commit: async <Result>(body: () => Result) => {
      if (inBody) throw new Error("a transaction within a transaction");
      group ??= begin();
      const durable = group;
      run("SAVEPOINT body");
      inBody = true;
      let result: Result;
      try {
        result = body();
        if (result instanceof Promise) throw new TypeError("a transaction's body is synchronous");
      } catch (error) {
        run("ROLLBACK TO body");
        throw error;
      } finally {
        inBody = false;
        run("RELEASE body");
      }
      await durable.promise;
      return result;
    },
    close: () => {
      flush();
      sqlite.close();
    },
  };
}
