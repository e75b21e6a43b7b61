/**
 * A directory of the file system. Files here are small, so calls are synchronous inside: a call of
 * 10 µs is cheaper than a trip to the thread pool, and takes effect in the order of the calls.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync } from "node:fs";
import { join, normalize } from "node:path";
import { openAppendLog } from "./append-log.ts";
import { openSqlite } from "./database.ts";
import { tryFileLock } from "./file-lock.ts";
import { orInNewFolder, overwriteFile, replaceFile, unlessMissing } from "./files.ts";
import type { Disk } from "./host.ts";
import { RpcError } from "./rpc-error.ts";

/** Within the node's directory, and none of the node's own files: the lock, half-written files. */
const reserved = ".host";

/** Nothing is made before it is needed: a host that only calls others leaves no directory. */
export function directoryDisk(directory: string): Disk {
  const path = (name: string) => inside(directory, name);
  const temporary = () => inReserved(directory, "new");
  return {
    read: async (name) => unlessMissing(() => readFileSync(path(name))),
    exists: async (name) => existsSync(path(name)),
    replace: async (name, content) =>
      orInNewFolder(path(name), (at) => replaceFile(at, content, temporary())),
    overwrite: async (name, content) =>
      orInNewFolder(path(name), (at) => overwriteFile(at, content)),
    remove: async (name) => unlessMissing(() => unlinkSync(path(name))),
    list: async (folder) => filesOf(folder === "" ? directory : path(folder)),
    openLog: async (name) => orInNewFolder(path(name), (at) => openAppendLog(at, temporary())),
    openDatabase: async (name) => orInNewFolder(path(name), openSqlite),
  };
}

/**
 * Keeps the directory for this process until it ends: two nodes on one would spoil it for both.
 * @returns the lock, which must be kept from the garbage collector
 * @throws RpcError UNAVAILABLE when another process has it
 */
export function lockDirectory(directory: string): Disposable {
  const lock = tryFileLock(inReserved(directory, "lock"));
  if (lock !== undefined) return lock;
  throw new RpcError("UNAVAILABLE", `another node is running on the data directory ${directory}`);
}

function inReserved(directory: string, name: string): string {
  mkdirSync(join(directory, reserved), { recursive: true });
  return join(directory, reserved, name);
}

function filesOf(folder: string): string[] {
  const entries = unlessMissing(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ name }) => name).sort(byBytes);
}

const byBytes = (one: string, other: string) =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

/** A name never leads out of the directory, nor to what is reserved, whoever made it up. */
function inside(directory: string, name: string): string {
  const plain = name !== "" && !name.startsWith("/") && !name.includes("\0");
  const [top] = normalize(name).split("/");
  if (!plain || top === ".." || top === "." || top === reserved) {
    throw new Error(`not a file name within the node's directory: ${JSON.stringify(name)}`);
  }
  return join(directory, name);
}
