/**
 * A directory of the file system. Files here are small, so calls are synchronous inside: a call of
 * 10 µs is cheaper than a trip to the thread pool, and takes effect in the order of the calls.
 */
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join, normalize } from "node:path";
import { openAppendLog } from "./append-log.ts";
import { openSqlite } from "./database.ts";
import type { Disk } from "./host.ts";

export function directoryDisk(directory: string): Disk {
  mkdirSync(directory, { recursive: true });
  const path = (name: string) => inside(directory, name);
  return {
    read: async (name) => unlessMissing(() => readFileSync(path(name))),
    exists: async (name) => existsSync(path(name)),
    replace: async (name, content) => replace(path(name), content),
    overwrite: async (name, content) => orInNewFolder(path(name), (at) => overwrite(at, content)),
    remove: async (name) => unlessMissing(() => unlinkSync(path(name))),
    list: async (folder) => (unlessMissing(() => readdirSync(path(folder))) ?? []).sort(byBytes),
    openLog: async (name) => orInNewFolder(path(name), openAppendLog),
    openDatabase: async (name) => orInNewFolder(path(name), openSqlite),
  };
}

const byBytes = (one: string, other: string) =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

/** A name never leads out of the directory, whoever made it up. */
function inside(directory: string, name: string): string {
  const plain = name !== "" && !name.startsWith("/") && !name.includes("\0");
  if (!plain || normalize(name).startsWith("..")) {
    throw new Error(`not a file name within the node's directory: ${JSON.stringify(name)}`);
  }
  return join(directory, name);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function unlessMissing<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function orInNewFolder<Result>(path: string, act: (path: string) => Result): Result {
  try {
    return act(path);
  } catch (error) {
    if (!isMissing(error) && existsSync(dirname(path))) throw error;
    mkdirSync(dirname(path), { recursive: true });
    return act(path);
  }
}

function writeAll(file: number, content: Uint8Array): void {
  for (let written = 0; written < content.length; ) {
    written += writeSync(file, content, written);
  }
}

/** No O_TRUNC: ext4 flushes a file that was truncated to nothing, which costs 0.2 ms. */
function overwrite(path: string, content: Uint8Array): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o644);
  try {
    writeAll(file, content);
    ftruncateSync(file, content.length);
  } finally {
    closeSync(file);
  }
}

function replace(path: string, content: Uint8Array): void {
  const temporary = `${path}.tmp`;
  const file = orInNewFolder(temporary, (at) => openSync(at, "w", 0o644));
  try {
    writeAll(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
