import { expect, test } from "bun:test";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withFileLock } from "./file-lock.ts";

const newDirectory = () => mkdtempDisposable(join(tmpdir(), "proctor-lock-"));

test("file lock: tasks of one path never overlap", async () => {
  await using directory = await newDirectory();
  let inside = 0;
  const task = async () => {
    inside += 1;
    await Promise.resolve();
    expect(inside).toBe(1);
    inside -= 1;
  };
  const path = join(directory.path, ".lock");
  await Promise.all([1, 2, 3].map(() => withFileLock(path, 10_000, task)));
});

test("file lock: waiting is bounded, and a task that throws frees the lock", async () => {
  await using directory = await newDirectory();
  const path = join(directory.path, ".lock");
  await withFileLock(path, 0, async () => {
    await expect(withFileLock(path, 0, async () => 1)).rejects.toThrow("is locked");
  });
  const failing = withFileLock(path, 0, () => Promise.reject(new Error("broken")));
  await expect(failing).rejects.toThrow("broken");
  expect(await withFileLock(path, 0, async () => 2)).toBe(2);
});
