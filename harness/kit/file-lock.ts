/** A lock between processes that the system frees when its holder dies, however it dies. */
import { Database } from "bun:sqlite";

const retryMs = 20;

/**
 * Runs `task` while no other process, nor any other call here, holds the lock of the same path.
 * It is SQLite's lock on that file: unlike a file that merely exists, it can't be left behind.
 * @param path a file of its own, made when needed and never removed
 * @throws Error when the lock is not free within `timeoutMs`
 */
export async function withFileLock<Result>(
  path: string,
  timeoutMs: number,
  task: () => Promise<Result>,
): Promise<Result> {
  using database = new Database(path, { create: true });
  const deadline = performance.now() + timeoutMs;
  while (!lock(database)) {
    if (performance.now() > deadline) throw new Error(`${path} is locked by another process`);
    await Bun.sleep(retryMs);
  }
  return await task();
}

/** Closing the database frees the lock. */
function lock(database: Database): boolean {
  try {
    database.run("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") return false;
    throw error;
  }
}
