/** A lock between processes that the system frees when its holder dies, however it dies. */
import { Database } from "bun:sqlite";

/**
 * Takes the lock of a path. It is SQLite's lock on that file: unlike a file that merely exists,
 * it can't be left behind.
 * @param path a file of its own, made when needed and never removed
 * @returns what frees the lock, or undefined when it is not free
 */
export function tryFileLock(path: string): Disposable | undefined {
  const database = new Database(path, { create: true });
  try {
    database.run("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") return undefined;
    throw error;
  }
}
