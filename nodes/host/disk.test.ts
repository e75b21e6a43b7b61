import { expect, test } from "bun:test";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { directoryDisk, lockDirectory } from "./disk.ts";
import { temporaryDirectory } from "./test-support.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function openDisk() {
  const directory = temporaryDirectory();
  const disk = directoryDisk(directory.path);
  const text = async (name: string) => {
    const content = await disk.read(name);
    return content === undefined ? undefined : new TextDecoder().decode(content);
  };
  return { disk, text, path: directory.path, [Symbol.dispose]: directory[Symbol.dispose] };
}

for (const write of ["replace", "overwrite"] as const) {
  test(`${write} leaves no tail of a longer content, makes folders and keeps bytes`, async () => {
    using open = openDisk();
    const { disk, text } = open;
    const name = "folder/of/folders/file";
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await disk[write](name, bytes("a long content"));
    await disk[write](name, bytes("short"));
    expect(await text(name)).toBe("short");
    await disk[write](name, every);
    expect(new Uint8Array((await disk.read(name)) ?? [])).toEqual(every);
    await disk[write](name, new Uint8Array(0));
    expect(await text(name)).toBe("");
  });
}

test("an operation takes effect when it is called, before its promise is awaited", async () => {
  using open = openDisk();
  const { disk, text } = open;
  const pending = [
    disk.replace("file", bytes("one")),
    disk.overwrite("file", bytes("two")),
    disk.replace("other", bytes("three")),
    disk.remove("other"),
  ];
  expect([await text("file"), await text("other")]).toEqual(["two", undefined]);
  await Promise.all(pending);
});

test("what is missing: read has nothing, exists is false, remove and list don't mind", async () => {
  using open = openDisk();
  const { disk } = open;
  expect(await disk.read("none")).toBeUndefined();
  expect(await disk.read("no/folder")).toBeUndefined();
  expect(await disk.exists("none")).toBe(false);
  await disk.remove("none");
  expect(await disk.list("no-folder")).toEqual([]);
  expect(await disk.list("")).toEqual([]);
});

test("list has the files of a folder in the order of their bytes, and no folders", async () => {
  using open = openDisk();
  const { disk } = open;
  // By UTF-16 the last two would stand the other way round.
  const names = ["A", "B", "a", "a.txt", "é", "\u{ffee}", "\u{1f600}"];
  for (const name of names.toReversed()) await disk.overwrite(`folder/${name}`, bytes(name));
  await disk.overwrite("folder/inner/file", bytes(""));
  expect(await disk.list("folder")).toEqual(names);
  await disk.remove("folder/a");
  expect(await disk.list("folder")).not.toContain("a");
});

const leadingOut = [
  "",
  ".",
  "..",
  "../x",
  "/etc/passwd",
  "a/../../x",
  "./..",
  "a\0b",
  ".host/lock",
];

for (const name of leadingOut) {
  test(`the name ${JSON.stringify(name)} is refused by every operation`, async () => {
    using open = openDisk();
    const { disk, path } = open;
    const attempts = [
      () => disk.read(name),
      () => disk.exists(name),
      () => disk.replace(name, bytes("x")),
      () => disk.overwrite(name, bytes("x")),
      () => disk.remove(name),
      () => disk.openLog(name),
      () => disk.openDatabase(name),
    ];
    for (const attempt of attempts) {
      const failure = await attempt().catch((error: Error) => error.message);
      expect(failure).toStartWith("not a file name within the node's directory");
    }
    expect(readdirSync(path)).toEqual([]);
  });
}

test("a half-written replacement that a crash left is never seen nor in the way", async () => {
  using open = openDisk();
  const { path } = open;
  await open.disk.replace("file", bytes("whole"));
  writeFileSync(join(path, ".host/new"), "half of something much longer than what follows");
  const disk = directoryDisk(path);
  expect(await disk.list("")).toEqual(["file"]);
  expect(new TextDecoder().decode(await disk.read("file"))).toBe("whole");
  await disk.replace("file", bytes("next"));
  expect(new TextDecoder().decode(await disk.read("file"))).toBe("next");
});

test("a replacement never shares a name with a file of the node's own", async () => {
  using open = openDisk();
  const { disk, text } = open;
  for (const name of ["file.tmp", "file.new", "new"]) await disk.overwrite(name, bytes(name));
  await disk.replace("file", bytes("content"));
  for (const name of ["file.tmp", "file.new", "new"]) expect(await text(name)).toBe(name);
});

test("a replace that fails changes nothing", async () => {
  using open = openDisk();
  const { disk, path } = open;
  mkdirSync(join(path, "taken"));
  writeFileSync(join(path, "taken/inner"), "kept");
  expect(await disk.replace("taken", bytes("x")).catch(() => "failed")).toBe("failed");
  expect(await disk.list("taken")).toEqual(["inner"]);
});

test("a replaced symbolic link is replaced itself, not what it points to", async () => {
  using open = openDisk();
  using outside = temporaryDirectory();
  const target = join(outside.path, "target");
  writeFileSync(target, "outside");
  symlinkSync(target, join(open.path, "link"));
  await open.disk.replace("link", bytes("inside"));
  expect(await Bun.file(target).text()).toBe("outside");
});

test("a directory has one user at a time, and the next after it", () => {
  using directory = temporaryDirectory();
  {
    using _ = lockDirectory(directory.path);
    expect(() => lockDirectory(directory.path)).toThrow(
      `another node is running on the data directory ${directory.path}`,
    );
  }
  using _ = lockDirectory(directory.path);
});
