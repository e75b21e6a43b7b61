/**
 * A directory of the file system. Files here are small, so calls are synchronous inside: a call of
 * 10 µs is cheaper than a trip to the thread pool, and takes effect in the order of the calls.
 */
import { existsSync, readdirSync, readFileSync, unlinkSync } from "node:fs";
import { join, normalize } from "node:path";
import { openAppendLog } from "./append-log.ts";
import { openSqlite } from "./database.ts";
import { orInNewFolder, overwriteFile, replaceFile, unlessMissing } from "./files.ts";
import type { Disk } from "./host.ts";

export function directoryDisk(directory: string): Disk {
  const path = (name: string) => inside(directory, name);
  return {
    read: async (name) => unlessMissing(() => readFileSync(path(name))),
    exists: async (name) => existsSync(path(name)),
    replace: async (name, content) => replaceFile(path(name), content),
    overwrite: async (name, content) =>
      orInNewFolder(path(name), (at) => overwriteFile(at, content)),
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
