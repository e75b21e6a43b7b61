import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { directoryDisk } from "../host/disk.ts";
import type { RequestOf } from "../host/service.ts";
import { Backup } from "./backup.ts";
import { historyFact } from "./facts.ts";
import type { Backup as BackupService } from "./protocol.ts";
import { type FileObject, FileStore } from "./store.ts";
import { deleted, uuidOf, written } from "./testing/objects.ts";

type ReplicateRequest = RequestOf<typeof BackupService, "replicate">;

/** A message as it comes off the wire. */
function batch(
  previous: number,
  objects: readonly FileObject[],
  changes: Partial<ReplicateRequest> = {},
): ReplicateRequest {
  return {
    history: "h",
    previous: String(previous),
    objects: objects.map((object) => ({ ...object, sequence: String(object.sequence) })),
    last: String(objects.at(-1)?.sequence ?? previous),
    serve: false,
    incarnation: "1",
    primary: "1",
    ...changes,
  };
}

async function openBackup(directory: string) {
  const store = await FileStore.open(directoryDisk(directory));
  const registered = { incarnation: 1 };
  return { store, registered, backup: new Backup(store, () => registered.incarnation) };
}

test("updates that come twice, reordered or with gaps are applied in order, once", async () => {
  using directory = temporaryDirectory();
  const { backup, store } = await openBackup(directory.path);
  const first = batch(0, [written(1, "a", "1", 1), written(1, "a", "2", 2)]);
  const second = batch(2, [written(1, "a", "3", 3)]);
  const third = batch(3, [deleted(1, 4)]);
  expect(await backup.replicate(second)).toEqual({ applied: 0, serving: false });
  expect(store.get(uuidOf(1))).toBeUndefined();
  expect(await backup.replicate(first)).toMatchObject({ applied: 2 });
  expect(await backup.replicate(third)).toMatchObject({ applied: 2 });
  expect(await backup.replicate(second)).toMatchObject({ applied: 3 });
  expect(await backup.replicate(first)).toMatchObject({ applied: 3 });
  expect((await store.list())[0]).toMatchObject({ content: "3", sequence: 3 });
  expect(await backup.replicate(third)).toMatchObject({ applied: 4 });
  expect(await backup.replicate(second)).toMatchObject({ applied: 4 });
  expect(store.get(uuidOf(1))).toMatchObject({ deleted: true, sequence: 4 });
});

test("messages that arrive at once take their turns", async () => {
  using directory = temporaryDirectory();
  const { backup, store } = await openBackup(directory.path);
  const messages = Array.from({ length: 20 }, (_, index) =>
    batch(index, [written(1, "a", `${index + 1}`, index + 1)]),
  );
  const answers = await Promise.all(
    [...messages, ...messages].map((each) => backup.replicate(each)),
  );
  expect(answers.slice(0, 20).map(({ applied }) => applied)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  expect((await store.list())[0]).toMatchObject({ content: "20", sequence: 20 });
});

test("a batch that overlaps what is there adds only what is new", async () => {
  using directory = temporaryDirectory();
  const { backup, store } = await openBackup(directory.path);
  await backup.replicate(batch(0, [written(1, "a", "1", 1), written(1, "a", "2", 2)]));
  const objects = [written(1, "a", "1", 1), written(1, "a", "2", 2), written(2, "b", "3", 3)];
  expect(await backup.replicate(batch(0, objects))).toMatchObject({ applied: 3 });
  expect((await store.list()).map(({ content }) => content)).toEqual(["2", "3"]);
});

test("it serves when the primary says so, and not before it has all up to there", async () => {
  using directory = temporaryDirectory();
  const { backup } = await openBackup(directory.path);
  expect(backup.serving).toBe(false);
  const early = batch(5, [written(1, "a", "x", 6)], { serve: true });
  expect(await backup.replicate(early)).toEqual({ applied: 0, serving: false });
  expect(await backup.replicate(batch(0, [], { serve: true }))).toMatchObject({ serving: true });
  await backup.untilServing();
});

test("once registered anew it does not serve, and takes nothing meant for before", async () => {
  using directory = temporaryDirectory();
  const { backup, registered } = await openBackup(directory.path);
  await backup.replicate(batch(0, [], { serve: true }));
  registered.incarnation = 2;
  expect(backup.serving).toBe(false);
  const late = backup.replicate(batch(0, [written(1, "a", "x", 1)], { serve: true }));
  await expect(late).rejects.toMatchObject({ code: "FAILED_PRECONDITION", definite: true });
  expect(backup.serving).toBe(false);
});

test("a primary with another history is refused, also after a restart", async () => {
  using directory = temporaryDirectory();
  const first = await openBackup(directory.path);
  await first.backup.replicate(batch(0, [written(1, "a", "own", 1)]));
  const second = await openBackup(directory.path);
  for (const { backup, store } of [first, second]) {
    const foreign = batch(1, [written(1, "a", "foreign", 2)], { history: "other", serve: true });
    await expect(backup.replicate(foreign)).rejects.toThrow("this directory is of history h");
    expect(await store.list()).toMatchObject([{ content: "own", sequence: 1 }]);
    expect(backup.serving).toBe(false);
  }
});

test("a directory with files of no history takes up none", async () => {
  using directory = temporaryDirectory();
  const { backup, store } = await openBackup(directory.path);
  await store.apply([written(1, "a", "of a quorum", 0)]);
  await expect(backup.replicate(batch(0, []))).rejects.toThrow("of history none");
  expect(store.fact(historyFact)).toBeUndefined();
});

test("an object that no client could have written is refused with its batch", async () => {
  using directory = temporaryDirectory();
  const { backup, store } = await openBackup(directory.path);
  const bad = [written(2, "../b", "x", 2), { ...written(2, "b", "x", 2), uuid: "42" }];
  for (const object of bad) {
    const refused = backup.replicate(batch(0, [written(1, "a", "x", 1), object]));
    await expect(refused).rejects.toMatchObject({ code: "INVALID_ARGUMENT", definite: true });
  }
  expect(await store.list()).toEqual([]);
  expect(await backup.replicate(batch(0, [written(1, "a", "x", 1)]))).toMatchObject({ applied: 1 });
});

test("word to serve from before the primary's restart, come late, is not heeded", async () => {
  using directory = temporaryDirectory();
  const { backup } = await openBackup(directory.path);
  await backup.replicate(batch(0, [], { primary: "2" }));
  const late = backup.replicate(batch(0, [], { primary: "1", serve: true }));
  await expect(late).rejects.toMatchObject({ code: "FAILED_PRECONDITION", definite: true });
  expect(backup.serving).toBe(false);
});
