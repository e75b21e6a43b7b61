/** SQLite by `bun:sqlite`: write-ahead log, synced at every commit. */
import { Database as Sqlite } from "bun:sqlite";
import type { Database, SqlValue } from "./host.ts";

/** @param path of the file; `:memory:` for one that ends with the process */
export function openSqlite(path: string): Database {
  const sqlite = new Sqlite(path, { create: true, strict: true });
  sqlite.run("PRAGMA journal_mode = WAL");
  sqlite.run("PRAGMA synchronous = FULL");
  return wrapSqlite(sqlite);
}

export function wrapSqlite(sqlite: Sqlite): Database {
  return {
    all: <Row>(sql: string, ...parameters: SqlValue[]) =>
      sqlite.query<Row, SqlValue[]>(sql).all(...parameters),
    run: (sql, ...parameters) => {
      sqlite.query<unknown, SqlValue[]>(sql).run(...parameters);
    },
    commit: async <Result>(body: () => Result) => {
      sqlite.run("BEGIN IMMEDIATE");
      try {
        const result = body();
        if (result instanceof Promise) throw new TypeError("a transaction's body is synchronous");
        sqlite.run("COMMIT");
        return result;
      } catch (error) {
        if (sqlite.inTransaction) sqlite.run("ROLLBACK");
        throw error;
      }
    },
    close: () => sqlite.close(),
  };
}
