import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { directoryDisk } from "../host/disk.ts";
import { Mutex } from "../host/mutex.ts";
import { type QuorumUpdate, QuorumUpdates } from "./quorum-updates.ts";
import { type FileObject, FileStore } from "./store.ts";
import { deleted, uuidOf, versionOf, written } from "./testing/objects.ts";

async function open(directory: string) {
  const disk = directoryDisk(directory);
  const store = await FileStore.open(disk);
  const updates = new QuorumUpdates(store, new Mutex());
  const execute = (kind: QuorumUpdate["kind"], object: FileObject, check = () => {}) =>
    updates.execute({ kind, object, check });
  return { disk, store, execute };
}

test("a write that is older than what is held is refused, and told the newer version", async () => {
  using directory = temporaryDirectory();
  const { store, execute } = await open(directory.path);
  await execute("write", written(1, "a", "new", 5));
  expect(await execute("write", written(1, "a", "old", 4))).toEqual({
    status: "NEWER VERSION EXISTS",
    version: versionOf(5),
  });
  expect((await store.list())[0]?.content).toBe("new");
});

test("the same message twice is one write, and one delete", async () => {
  using directory = temporaryDirectory();
  const { execute } = await open(directory.path);
  const [write, remove] = [written(1, "a", "x", 5), deleted(1, 6)];
  const both = await Promise.all([execute("write", write), execute("write", write)]);
  expect(both).toEqual([both[1], both[0]]);
  expect(await execute("delete", remove)).toMatchObject({ status: "SUCCESS" });
  expect(await execute("delete", remove)).toMatchObject({ status: "SUCCESS" });
  expect(await execute("delete", deleted(1, 7))).toMatchObject({ status: "FILE ALREADY DELETED" });
});

test("a delete of an unknown uuid leaves a tombstone, which no write overcomes", async () => {
  using directory = temporaryDirectory();
  const { store, execute } = await open(directory.path);
  expect(await execute("delete", deleted(1, 5))).toMatchObject({ status: "SUCCESS" });
  for (const sequence of [4, 6]) {
    const write = written(1, "a", "x", sequence);
    expect(await execute("write", write)).toMatchObject({
      status: "DELETED FILE CANNOT BE UPDATED",
    });
    await execute("install", write);
  }
  expect(store.get(uuidOf(1))).toMatchObject({ deleted: true, version: versionOf(5) });
});

test("an install keeps what is newer; a tombstone is newer than any write", async () => {
  using directory = temporaryDirectory();
  const { store, execute } = await open(directory.path);
  await execute("install", written(1, "a", "5", 5));
  await execute("install", written(1, "a", "4", 4));
  expect((await store.list())[0]?.content).toBe("5");
  await execute("install", written(1, "a", "6", 6));
  expect((await store.list())[0]?.content).toBe("6");
  await execute("install", deleted(1, 3));
  expect(store.get(uuidOf(1))?.deleted).toBe(true);
});

test("an install takes the name of a file whose deletion passed this replica by", async () => {
  using directory = temporaryDirectory();
  const { disk, store, execute } = await open(directory.path);
  await execute("write", written(1, "a", "old", 1));
  await execute("install", written(2, "a", "new", 3));
  for (const each of [store, await FileStore.open(disk)]) {
    expect(each.get(uuidOf(1))?.deleted).toBe(true);
    expect(each.ownerOf("a")).toBe(uuidOf(2));
  }
  await execute("delete", deleted(1, 4));
  expect((await store.list())[1]?.content).toBe("new");
});

test("several clients that create one name at one replica at once: one succeeds", async () => {
  using directory = temporaryDirectory();
  const { execute } = await open(directory.path);
  const creates = Array.from({ length: 20 }, (_, n) => execute("write", written(n, "a", "x", n)));
  const statuses = (await Promise.all(creates)).map(({ status }) => status);
  expect(statuses.filter((status) => status === "SUCCESS")).toHaveLength(1);
});

test("an update that its check refuses spares the rest of its batch", async () => {
  using directory = temporaryDirectory();
  const { store, execute } = await open(directory.path);
  const refuse = () => {
    throw new Error("reserved");
  };
  const outcomes = await Promise.allSettled([
    execute("write", written(1, "a", "x", 1)),
    execute("write", written(2, "b", "x", 2), refuse),
    execute("install", written(3, "c", "x", 3), refuse),
    execute("write", written(4, "b", "x", 4)),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "rejected",
    "fulfilled",
  ]);
  expect((await store.list()).map(({ name }) => name)).toEqual(["a", "b"]);
});
