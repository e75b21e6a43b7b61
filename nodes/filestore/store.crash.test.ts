import { expect, test } from "bun:test";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { directoryDisk } from "../host/disk.ts";
import type { Disk } from "../host/host.ts";
import { type FileObject, FileStore } from "./store.ts";
import { deleted, written } from "./testing/objects.ts";

const log = ".updates.log";

/** What a store on this directory holds after a start. */
async function reopened(directory: string): Promise<FileObject[]> {
  const store = await FileStore.open(directoryDisk(directory));
  const objects = await store.list();
  await store.close();
  return objects;
}

/** What lies in the directory besides the log, with the contents. */
function files(directory: string): Map<string, string> {
  const names = readdirSync(directory).filter((name) => !name.startsWith("."));
  return new Map(names.map((name) => [name, readFileSync(join(directory, name), "utf8")]));
}

/** A directory with the files of another, as a crash would leave them. */
function copyOf(directory: string, to: string): string {
  mkdirSync(to);
  for (const name of readdirSync(directory)) copyFileSync(join(directory, name), join(to, name));
  return to;
}

test("a log torn at any byte of its last record loses that update alone", async () => {
  using directory = temporaryDirectory();
  const full = join(directory.path, "full");
  const store = await FileStore.open(directoryDisk(full));
  await store.apply([written(1, "a", "old content", 1)]);
  const before = statSync(join(full, log)).size;
  await store.apply([written(1, "a", "new", 2), written(2, "b", "beside", 3)]);
  const after = statSync(join(full, log)).size;
  await store.close();
  for (let size = before; size <= after; size++) {
    const crashed = copyOf(full, join(directory.path, `torn-${size}`));
    truncateSync(join(crashed, log), size);
    // The files are written after the log is synced, so they are as old as the log.
    writeFileSync(join(crashed, "a"), "old content");
    rmSync(join(crashed, "b"));
    const whole = size === after;
    const objects = await reopened(crashed);
    expect(objects.map(({ content }) => content)).toEqual(
      whole ? ["new", "beside"] : ["old content"],
    );
    expect(files(crashed).get("a")).toBe(whole ? "new" : "old content");
  }
});

test("a store goes on after a torn record, and what follows is kept", async () => {
  using directory = temporaryDirectory();
  const store = await FileStore.open(directoryDisk(directory.path));
  await store.apply([written(1, "a", "1", 1)]);
  const whole = statSync(join(directory.path, log)).size;
  await store.apply([written(1, "a", "2", 2)]);
  await store.close();
  truncateSync(join(directory.path, log), whole + 9);
  const second = await FileStore.open(directoryDisk(directory.path));
  expect(second.lastSequence).toBe(1);
  await second.apply([written(1, "a", "3", 2)]);
  await second.close();
  expect(await reopened(directory.path)).toMatchObject([{ content: "3", sequence: 2 }]);
});

test("a crash between log and file: half a file, none, or a tail is put right", async () => {
  using directory = temporaryDirectory();
  const store = await FileStore.open(directoryDisk(directory.path));
  await store.apply([written(1, "half", "whole content", 1), written(2, "missing", "there", 2)]);
  await store.apply([written(3, "gone", "x", 3), written(4, "tail", "short", 4)]);
  await store.apply([deleted(3, 5)]);
  await store.close();
  writeFileSync(join(directory.path, "half"), "whole c");
  rmSync(join(directory.path, "missing"));
  writeFileSync(join(directory.path, "gone"), "left over");
  writeFileSync(join(directory.path, "tail"), "short and its old tail");
  await reopened(directory.path);
  expect(files(directory.path)).toEqual(
    new Map([
      ["half", "whole content"],
      ["missing", "there"],
      ["tail", "short"],
    ]),
  );
});

test("a crash after a freed name was taken again leaves the new owner's file", async () => {
  using directory = temporaryDirectory();
  const store = await FileStore.open(directoryDisk(directory.path));
  // The new owner's uuid sorts before the old one's.
  await store.apply([written(9, "a", "old", 1)]);
  await store.apply([deleted(9, 2)]);
  await store.apply([written(1, "a", "new", 3)]);
  await store.close();
  writeFileSync(join(directory.path, "a"), "old");
  await reopened(directory.path);
  expect(files(directory.path).get("a")).toBe("new");
});

test("a log written anew keeps objects, tombstones, numbers, versions and facts", async () => {
  using directory = temporaryDirectory();
  const disk = directoryDisk(directory.path);
  const store = await FileStore.open(disk, 2_000);
  await store.setFact("history", "h");
  await store.apply([written(9, "a", "old", 1), written(2, "b", "stays", 2)]);
  await store.apply([deleted(9, 3), written(1, "a", "taken again", 4)]);
  for (let sequence = 5; sequence < 60; sequence++) {
    await store.apply([written(3, "c", `content ${sequence}`, sequence)]);
  }
  expect(statSync(join(directory.path, log)).size).toBeLessThan(5_000);
  const objects = await store.list();
  expect(objects.map(({ sequence }) => sequence)).toEqual([4, 2, 59, 3]);
  await store.close();
  const second = await FileStore.open(disk, 2_000);
  expect(await second.list()).toEqual(objects);
  expect(second.fact("history")).toBe("h");
  expect(second.lastSequence).toBe(59);
  expect(second.newestVersion).toBe(store.newestVersion);
  expect(second.ownerOf("a")).toBe(store.ownerOf("a"));
});

test("a crash before a new log has taken its place leaves the old one", async () => {
  using directory = temporaryDirectory();
  const disk = directoryDisk(directory.path);
  const crashing: Disk = {
    ...disk,
    openLog: async (name) => ({
      ...(await disk.openLog(name)),
      reset: () => Promise.reject(new Error("crash")),
    }),
  };
  const store = await FileStore.open(crashing, 1);
  await store.apply([written(1, "a", "x", 1)]);
  await expect(store.apply([written(1, "a", "y", 2)])).rejects.toThrow("crash");
  expect(await reopened(directory.path)).toMatchObject([{ content: "x", sequence: 1 }]);
});

test("a log does not grow by its own size at every restart", async () => {
  using directory = temporaryDirectory();
  const sizes: number[] = [];
  for (let start = 1; start <= 12; start++) {
    const store = await FileStore.open(directoryDisk(directory.path), 4_000);
    for (let update = 0; update < 20; update++) {
      await store.apply([written(1, "a", "content", store.lastSequence + 1)]);
    }
    await store.close();
    sizes.push(statSync(join(directory.path, log)).size);
  }
  expect(Math.max(...sizes)).toBeLessThan(10_000);
});
