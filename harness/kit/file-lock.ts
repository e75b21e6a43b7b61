import { tryFileLock } from "../../nodes/host/file-lock.ts";

const retryMs = 20;

/**
 * Runs `task` while no other process, nor any other call here, holds the lock of the same path.
 * The lock is free once its holder has died, however it died.
 * @param path a file of its own, made when needed and never removed
 * @throws Error when the lock is not free within `timeoutMs`
 */
export async function withFileLock<Result>(
  path: string,
  timeoutMs: number,
  task: () => Promise<Result>,
): Promise<Result> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    using lock = tryFileLock(path);
    if (lock !== undefined) return await task();
    if (performance.now() > deadline) throw new Error(`${path} is locked by another process`);
    await Bun.sleep(retryMs);
  }
}
