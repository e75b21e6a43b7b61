import { expect, test } from "bun:test";
import { join } from "node:path";
import { temporaryDirectory } from "../host/test-support.ts";
import { FakeServers } from "./testing/fake-servers.ts";

const root = join(import.meta.dir, "../..");

async function run(servers: readonly string[], words: readonly string[], input = "") {
  const named = servers.length === 0 ? [] : ["--servers", servers.join(",")];
  const command = [process.execPath, "nodes/failover/client.ts", ...named, ...words];
  const child = Bun.spawn(command, {
    cwd: root,
    stdin: Buffer.from(input),
    stdout: "pipe",
    stderr: "pipe",
  });
  const [exitCode, stdout, stderr] = await Promise.all([
    child.exited,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  return { exitCode, stdout, stderr: stderr.trim() };
}

test("by hand: put, swap, get, scan, delete, as text and as JSON", async () => {
  await using servers = await FakeServers.start(2);
  const text = async (...words: string[]) => {
    const { exitCode, stdout } = await run(servers.addresses, words);
    return [exitCode, stdout];
  };
  expect(await text("put", "Nike", "Shoe")).toEqual([0, "new\n"]);
  expect(await text("put", "Nike", "Ball")).toEqual([0, "replaced\n"]);
  expect(await text("swap", "Nike", "Bag")).toEqual([0, "Ball\n"]);
  expect(await text("get", "Nike")).toEqual([0, "Bag\n"]);
  expect(await text("scan", "A", "Z")).toEqual([0, "Nike Bag\n"]);
  expect(await text("--json", "get", "Nike")).toEqual([0, '{"found":true,"value":"Bag"}\n']);
  expect(await text("delete", "Nike")).toEqual([0, "deleted\n"]);
  expect(await text("delete", "Nike")).toEqual([1, "(no such key)\n"]);
  expect(await text("--json", "get", "Nike")).toEqual([1, '{"found":false,"value":null}\n']);
}, 30_000);

test("by hand: status has a row a server, also for one that does not answer", async () => {
  await using servers = await FakeServers.start(2);
  const { exitCode, stdout } = await run([...servers.addresses, "127.0.0.1:1"], ["status"]);
  expect(exitCode).toBe(1);
  const [head, first, second, absent] = stdout.split("\n");
  expect(head).toMatch(/^server +rank +phase +serves +epoch +primary +dead /);
  expect(first).toMatch(/^127\.0\.0\.1:\d+ +0 /);
  expect(second).toMatch(/^127\.0\.0\.1:\d+ +1 /);
  expect(absent).toMatch(/^127\.0\.0\.1:1 +no answer: UNAVAILABLE$/);
});

test("--stdio answers lines until STOP, a long scan included", async () => {
  await using servers = await FakeServers.start(2);
  for (let key = 1_000; key < 4_000; key++) servers.values.set(`k${key}`, "v".repeat(40));
  const lines = ["PUT a 1", "nonsense", "SCAN k1 k9", "GET a", "STOP", "GET a"];
  const { exitCode, stdout } = await run(servers.addresses, ["--stdio"], `${lines.join("\n")}\n`);
  expect(exitCode).toBe(0);
  const answers = stdout.trimEnd().split("\n");
  expect(answers).toHaveLength(3_006);
  expect(answers.slice(-3)).toEqual(["SCAN END", "GET a 1", "STOP"]);
}, 30_000);

test("all that was printed arrives where the reader is slow", async () => {
  await using servers = await FakeServers.start(1);
  for (let key = 1_000; key < 9_000; key++) servers.values.set(`k${key}`, "v".repeat(100));
  const client = `${process.execPath} nodes/failover/client.ts --servers ${servers.addresses[0]}`;
  const shell = ["sh", "-c", `${client} scan k1 k9 | (sleep 0.5; wc -l)`];
  const child = Bun.spawn(shell, { cwd: root, stdin: "ignore" });
  expect((await child.stdout.text()).trim()).toBe("8000");
});

test("--stdio ends with the input", async () => {
  await using servers = await FakeServers.start(1);
  const outcome = await run(servers.addresses, ["--stdio"], "PUT a 1\nGET a");
  expect(outcome).toMatchObject({ exitCode: 0, stdout: "PUT a not_found\nGET a 1\n" });
});

test("trace: --servers take the place of the ports of init", async () => {
  await using servers = await FakeServers.start(2);
  using directory = temporaryDirectory();
  const file = join(directory.path, "trace.txt");
  await Bun.write(file, "init,1,2\nput,a,1\nget,a\nshutdown\n");
  const outcome = await run(servers.addresses, ["trace", file]);
  expect(outcome).toMatchObject({ exitCode: 0, stdout: "0\n1,a,1,\n0,a,1\n0\n" });
});

test("trace: a file with a line that is none ends with 64 before anything is run", async () => {
  await using servers = await FakeServers.start(1);
  using directory = temporaryDirectory();
  const file = join(directory.path, "trace.txt");
  await Bun.write(file, "init,1,1\nput,a\n");
  const outcome = await run(servers.addresses, ["trace", file]);
  expect(outcome).toMatchObject({ exitCode: 64, stdout: "" });
  expect(outcome.stderr).toContain("line 2 is no operation of a trace");
  expect(servers.calls).toEqual([]);
});

test("by hand: when no server answers it ends with 69 and says whether it happened", async () => {
  const { exitCode, stdout, stderr } = await run(
    ["127.0.0.1:1"],
    ["--patience", "100ms", "put", "k", "v"],
  );
  expect({ exitCode, stdout }).toEqual({ exitCode: 69, stdout: "" });
  expect(stderr).toMatch(/^UNAVAILABLE: not 127\.0\.0\.1:1 did it .* \(nothing was changed\)$/);
});

test("by hand: bad usage ends with 64 and one sentence", async () => {
  const outcomes = await Promise.all([
    run([], ["get", "k"]),
    run(["nowhere"], ["get", "k"]),
    run(["127.0.0.1:1", "127.0.0.1:1"], ["get", "k"]),
    run(["127.0.0.1:1"], ["fly"]),
    run(["127.0.0.1:1"], ["trace", "no such file"]),
    run(["127.0.0.1:1"], []),
  ]);
  expect(outcomes.map(({ exitCode }) => exitCode)).toEqual(Array(6).fill(64));
  for (const { stderr } of outcomes) expect(stderr).toMatch(/^[^\n]+$/);
});
