import { expect, test } from "bun:test";
import { join } from "node:path";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { TestCluster } from "./testing/cluster.ts";
import { uuidOf } from "./testing/objects.ts";

const root = join(import.meta.dir, "../..");

async function run(registry: string, ...words: string[]) {
  const command = [process.execPath, "nodes/filestore/client.ts", "--registry", registry, ...words];
  const child = Bun.spawn(command, { cwd: root, stdin: "ignore", stdout: "pipe", stderr: "pipe" });
  const [exitCode, stdout, stderr] = await Promise.all([
    child.exited,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  return { exitCode, stdout, stderr: stderr.trim() };
}

test("by hand: write, read, read-all, list, replicas, delete, each one JSON document", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, {
    protocol: "blocking",
    replicas: 2,
  });
  const json = async (...words: string[]) => {
    const { exitCode, stdout } = await run(cluster.address("registry"), "--json", ...words);
    return { exitCode, document: JSON.parse(stdout) };
  };
  const written = await json("write", "notes.txt", "Hello");
  expect(written).toMatchObject({ exitCode: 0, document: { status: "SUCCESS" } });
  const { uuid, version } = written.document;
  const [read, all, list, replicas] = await Promise.all([
    json("read", uuid),
    json("read-all", uuid),
    json("list"),
    json("replicas"),
  ]);
  expect(read.document).toMatchObject({ uuid, version, name: "notes.txt", content: "Hello" });
  expect(all.document).toMatchObject([{ content: "Hello" }, { content: "Hello" }]);
  expect(list.document).toMatchObject([
    { replica: "r1", objects: [{ uuid, name: "notes.txt" }] },
    { replica: "r2", objects: [{ uuid, name: "notes.txt" }] },
  ]);
  expect(replicas.document).toMatchObject({ primary: { id: "r1" }, protocol: "primary-backup" });
  expect(await json("delete", uuid)).toMatchObject({ exitCode: 0 });
  const refused = await json("write", "notes.txt", "again", uuid);
  expect(refused).toMatchObject({
    exitCode: 1,
    document: { status: "DELETED FILE CANNOT BE UPDATED" },
  });
}, 30_000);

test("by hand: text for people, and 1 for what was refused", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, {
    protocol: "quorum",
    replicas: 1,
    readQuorum: 1,
    writeQuorum: 1,
  });
  const registry = cluster.address("registry");
  const [written, missing, bad] = await Promise.all([
    run(registry, "write", "a.txt", "Hello", uuidOf(1)),
    run(registry, "read", uuidOf(2)),
    run(registry, "--consistency", "linearizable", "write", "../a", "x"),
  ]);
  expect(written.exitCode).toBe(0);
  expect(written.stdout).toMatch(/^status: {2}SUCCESS\nuuid: {4}\S+\nversion: \d\d\/\d\d\/\d{4} /);
  expect(missing).toMatchObject({ exitCode: 1 });
  expect(missing.stdout).toContain("status:  FILE DOES NOT EXIST");
  expect(bad).toMatchObject({ exitCode: 1 });
  expect(bad.stdout).toContain("status:  NAME NOT ALLOWED");
}, 30_000);

test("by hand: without a registry it ends with 69 and says what to do", async () => {
  const { exitCode, stdout, stderr } = await run("127.0.0.1:1", "list");
  expect({ exitCode, stdout }).toEqual({ exitCode: 69, stdout: "" });
  expect(stderr).toContain("no registry answers at 127.0.0.1:1: start one, or name it by");
});

test("by hand: bad usage ends with 64", async () => {
  const outcomes = await Promise.all([run("nowhere", "list"), run("127.0.0.1:1", "fly")]);
  expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([64, 64]);
});
