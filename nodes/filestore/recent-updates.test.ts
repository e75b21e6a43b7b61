import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { directoryDisk } from "../host/disk.ts";
import { maxMessageBytes } from "../host/frames.ts";
import { Backup } from "./protocol.ts";
import { RecentUpdates } from "./recent-updates.ts";
import { type FileObject, FileStore } from "./store.ts";
import { deleted, written } from "./testing/objects.ts";

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function sequences(objects: readonly FileObject[]): number[] {
  return objects.map(({ sequence }) => sequence);
}

/** Bytes of a Replicate message with these objects. */
function messageBytes(objects: readonly FileObject[]): number {
  const method = Backup.methods.get("replicate");
  return method?.encodeRequest({ objects: [...objects] }).length ?? 0;
}

test("a backup that follows closely gets exactly what it lacks, in order", async () => {
  using directory = temporaryDirectory();
  const recent = new RecentUpdates(await FileStore.open(directoryDisk(directory.path)));
  recent.add(numbers(1, 10).map((number) => written(number, `n${number}`, "x", number)));
  expect(sequences(await recent.after(0))).toEqual(numbers(1, 10));
  expect(sequences(await recent.after(7))).toEqual([8, 9, 10]);
  expect(await recent.after(10)).toEqual([]);
});

test("a batch fits into a message, whatever the characters, as does 1 MiB", async () => {
  using directory = temporaryDirectory();
  const store = await FileStore.open(directoryDisk(directory.path));
  const name = "€".repeat(85);
  for (const content of ["x".repeat(2 ** 20), "€".repeat(349_525), "😀".repeat(2 ** 18)]) {
    const recent = new RecentUpdates(store);
    recent.add(numbers(1, 15).map((number) => written(number, name, content, number)));
    for (let sequence = 0; sequence < 15; ) {
      const batch = await recent.after(sequence);
      expect(batch.length).toBeGreaterThan(0);
      expect(messageBytes(batch)).toBeLessThan(maxMessageBytes);
      sequence = batch.at(-1)?.sequence ?? 15;
    }
  }
});

test("deletions count too: they fit into messages and don't pile up in memory", async () => {
  using directory = temporaryDirectory();
  const store = await FileStore.open(directoryDisk(directory.path));
  const recent = new RecentUpdates(store);
  const many = 200_000;
  for (const number of numbers(1, many)) recent.add([deleted(number, number)]);
  // The oldest were forgotten, so the store is asked, which knows of nothing here.
  expect(await recent.after(0)).toEqual([]);
  const batch = await recent.after(many - 50_000);
  expect(batch.length).toBeGreaterThan(1_000);
  expect(messageBytes(batch)).toBeLessThan(maxMessageBytes);
  await store.apply(numbers(1, 20_000).map((number) => deleted(number, number)));
  expect(messageBytes(await recent.after(0))).toBeLessThan(maxMessageBytes);
});

test("what was forgotten comes from the store, each object as it is now", async () => {
  using directory = temporaryDirectory();
  const store = await FileStore.open(directoryDisk(directory.path));
  await store.apply([written(1, "a", "1", 1), written(2, "b", "1", 2), written(1, "a", "2", 3)]);
  const recent = new RecentUpdates(store);
  const next = written(3, "c", "1", 4);
  await store.apply([next]);
  recent.add([next]);
  expect(sequences(await recent.after(0))).toEqual([2, 3, 4]);
  expect(sequences(await recent.after(3))).toEqual([4]);
});
