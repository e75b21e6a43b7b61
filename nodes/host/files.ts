/** Synchronous steps on small files: each is shorter than a trip to the thread pool. */
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

export function unlessMissing<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Acts again after making the file's folder, where that was missing. */
export function orInNewFolder<Result>(path: string, act: (path: string) => Result): Result {
  const folder = dirname(path);
  try {
    return act(path);
  } catch (error) {
    if (existsSync(folder)) throw error;
    makeFolder(folder);
    return act(path);
  }
}

/** Durable at return, with all folders above that it made. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    syncFolder(dirname(made));
  }
}

/** Writes it all, however many calls that takes. @throws when the disk is full */
export function writeAll(file: number, content: Uint8Array): void {
  for (let written = 0; written < content.length; ) {
    written += writeSync(file, content, written);
  }
}

/** No O_TRUNC: ext4 flushes a file that was truncated to nothing, which costs 0.2 ms. */
export function overwriteFile(path: string, content: Uint8Array): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o644);
  try {
    writeAll(file, content);
    ftruncateSync(file, content.length);
  } finally {
    closeSync(file);
  }
}

/**
 * The old or the new content after any crash; durable at return.
 * @param temporary a path on the same file system; a crash may leave a file there
 */
export function replaceFile(path: string, content: Uint8Array, temporary: string): void {
  const file = openSync(temporary, "w", 0o644);
  try {
    writeAll(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Makes durable which files a folder has. */
export function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
