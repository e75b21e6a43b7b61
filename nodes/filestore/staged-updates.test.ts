import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { directoryDisk } from "../host/disk.ts";
import { StagedUpdates } from "./staged-updates.ts";
import { FileStore } from "./store.ts";
import { deleted, uuidOf, written } from "./testing/objects.ts";

async function stagedOver(directory: string) {
  const store = await FileStore.open(directoryDisk(directory));
  await store.apply([written(1, "kept", "x", 1), written(2, "freed", "x", 2)]);
  writeFileSync(join(directory, "foreign"), "by hand");
  return { store, staged: new StagedUpdates(store) };
}

test("a name that the store, the batch, or somebody by hand has given away is taken", async () => {
  using directory = temporaryDirectory();
  const { staged } = await stagedOver(directory.path);
  staged.add(written(3, "new", "x", 3));
  const names = ["kept", "new", "foreign", "free"];
  const taken = await Promise.all(names.map((name) => staged.isTaken(name)));
  expect(taken).toEqual([true, true, true, false]);
});

test("a name that the batch frees can be taken again within the batch", async () => {
  using directory = temporaryDirectory();
  const { staged } = await stagedOver(directory.path);
  staged.add(deleted(2, 3));
  expect(await staged.isTaken("freed")).toBe(false);
  expect(staged.get(uuidOf(2))).toMatchObject({ name: "freed", deleted: true });
  staged.add(written(3, "freed", "x", 4));
  expect(staged.ownerOf("freed")).toBe(uuidOf(3));
  staged.add(deleted(2, 5));
  expect(staged.ownerOf("freed")).toBe(uuidOf(3));
});

test("the store is unchanged until the batch is applied, and numbers go on within it", async () => {
  using directory = temporaryDirectory();
  const { store, staged } = await stagedOver(directory.path);
  staged.add(written(1, "kept", "y", 3));
  staged.add(deleted(2, 4));
  expect(staged.lastSequence).toBe(4);
  expect(store.lastSequence).toBe(2);
  expect(store.get(uuidOf(2))?.deleted).toBe(false);
});
