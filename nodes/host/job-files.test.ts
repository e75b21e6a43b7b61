import { expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findInputs, makeFolderOfJob, NewFile, SharedFile } from "./job-files.ts";
import { failureMessageOf, temporaryDirectory, writeFiles } from "./test-support.ts";

test("inputs are named below the fixed part of the pattern, in the order of their bytes", () => {
  using directory = temporaryDirectory();
  writeFiles(join(directory.path, "deep"), { "b.txt": "12", "ä.txt": "" });
  writeFiles(directory.path, { "Z.txt": "1", "a.txt": "", "a.md": "" });
  const names = (pattern: string) =>
    findInputs(join(directory.path, pattern)).map(({ name }) => name);
  expect(names("*.txt")).toEqual(["Z.txt", "a.txt"]);
  expect(names("**/*.txt")).toEqual(["Z.txt", "a.txt", "deep/b.txt", "deep/ä.txt"]);
  expect(names("deep/b.txt")).toEqual(["b.txt"]);
  expect(names("none/*.txt")).toEqual([]);
  expect(findInputs(join(directory.path, "deep/b.txt"))[0]?.sizeBytes).toBe(2);
});

test("a new file is there when it is whole, and what was not placed is gone", () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "file");
  {
    using dropped = new NewFile(path);
    dropped.write(new TextEncoder().encode("half"));
    expect(existsSync(path)).toBe(false);
  }
  expect(existsSync(`${path}.new`)).toBe(false);
  using file = new NewFile(path);
  file.write(new TextEncoder().encode("whole"));
  file.place(true);
  expect(readFileSync(path, "utf8")).toBe("whole");
});

test("reads from anywhere, and says how much there was", () => {
  using directory = temporaryDirectory();
  writeFiles(directory.path, { file: "0123456789" });
  using file = SharedFile.open(join(directory.path, "file")) as SharedFile;
  const target = new Uint8Array(4);
  expect(file.read(target, 3)).toBe(4);
  expect(new TextDecoder().decode(target)).toBe("3456");
  expect(file.read(target, 8)).toBe(2);
  expect(file.read(target, 10)).toBe(0);
  expect(SharedFile.open(join(directory.path, "none"))).toBeUndefined();
});

test("who comes late finds a job's folder gone, and makes none", () => {
  using directory = temporaryDirectory();
  const folder = join(directory.path, "job", "of-w1");
  expect(failureMessageOf(() => makeFolderOfJob(folder))).toContain("ENOENT");
  expect(failureMessageOf(() => new NewFile(join(folder, "file")))).toContain("ENOENT");
});
