import { expect, test } from "bun:test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Cluster } from "./cluster.ts";
import type { Patience } from "./node-process.ts";
import { childrenOfNodes, isAlive, nodeScript, temporaryDirectory, until } from "./test-support.ts";

function makeCluster(directory: string, limits: Partial<Patience> = {}): Cluster {
  mkdirSync(join(directory, "logs"));
  return new Cluster(directory, limits);
}

function node(id: string, behaviour = "good") {
  return { id, script: nodeScript, flags: { behaviour } };
}

/** The state letter of `ps`; `T` is stopped. */
function state(pid: number): string {
  const { stdout } = Bun.spawnSync(["ps", "-o", "stat=", "-p", String(pid)]);
  return stdout.toString().charAt(0);
}

test("a started node is ready at the address that it printed, and disposal ends it", async () => {
  using directory = temporaryDirectory();
  let pid: number;
  {
    await using cluster = makeCluster(directory.path);
    const r1 = await cluster.start(node("r1"));
    pid = r1.pid;
    expect(r1.address).toMatch(/^127\.0\.0\.1:[1-9]\d*$/);
    expect(cluster.node("r1")).toBe(r1);
    expect(isAlive(pid)).toBe(true);
  }
  expect(isAlive(pid)).toBe(false);
});

test("a stop is SIGTERM, and reports a clean end", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  const r1 = await cluster.start(node("r1"));
  expect(await r1.stop()).toEqual({ id: "r1", status: 0, signal: null, forced: false });
  expect(cluster.faults()).toEqual([]);
});

test("a node that ignores SIGTERM is killed, and that is its fault", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path, { stopMs: 50 });
  const r1 = await cluster.start(node("r1", "stubborn"));
  expect(await r1.stop()).toEqual({ id: "r1", status: null, signal: "SIGKILL", forced: true });
  expect(cluster.faults()).toEqual(["r1 did not end within 50 ms after SIGTERM; it was killed"]);
});

test("what happens to a node is written when it happens", async () => {
  using directory = temporaryDirectory();
  {
    await using cluster = makeCluster(directory.path);
    const r1 = await cluster.start(node("r1"));
    r1.pause();
    r1.resume();
    await r1.kill();
    await r1.restart();
  }
  const lines = readFileSync(join(directory.path, "nodes.jsonl"), "utf8").trim().split("\n");
  const events = lines.map((line) => JSON.parse(line));
  const life = ["start", "ready", "pause", "resume", "kill", "exit", "start", "ready", "stop"];
  expect(events.map(({ event }) => event)).toEqual([...life, "exit"]);
  expect(events.every(({ node, time }) => node === "r1" && time > 0)).toBe(true);
  expect(events[5].how).toBe("was ended by SIGKILL");
});

test("a node that we kill while it stops has done nothing wrong", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  const r1 = await cluster.start(node("r1", "stubborn"));
  const stopped = r1.stop();
  await r1.kill();
  expect(await stopped).toMatchObject({ signal: "SIGKILL" });
  expect(cluster.faults()).toEqual([]);
});

test("a node that ends badly when asked to is at fault", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  const r1 = await cluster.start(node("r1", "sour"));
  expect(await r1.stop()).toMatchObject({ status: 3, forced: false });
  expect(await r1.stop()).toMatchObject({ status: 3, forced: false });
  expect(cluster.faults()).toEqual(["r1 ended with status 3 after SIGTERM"]);
});

test("a kill ends at once what the node had started, too", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  const r1 = await cluster.start(node("r1", "parent"));
  const children = childrenOfNodes(directory.path);
  expect(children.map(isAlive)).toEqual([true, true]);
  expect(await r1.kill()).toEqual({ status: null, signal: "SIGKILL" });
  await until(() => !children.some(isAlive));
  expect(cluster.faults()).toEqual([]);
});

test("a paused node stands still, goes on when resumed, and can be stopped", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  const r1 = await cluster.start(node("r1"));
  r1.pause();
  await until(() => state(r1.pid) === "T");
  r1.resume();
  await until(() => state(r1.pid) !== "T");
  r1.pause();
  expect(await r1.stop()).toMatchObject({ status: 0, forced: false });
});

test("a restart keeps data and log, overrides flags, and can ask for the same port", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  const r1 = await cluster.start(node("r1"));
  const { address, pid } = r1;
  await r1.kill();
  await r1.restart({ samePort: true, flags: { greeting: "back again" } });
  expect(r1.address).toBe(address);
  expect(r1.pid).not.toBe(pid);
  await r1.restart();
  const greetings = "hello\nback again\nback again";
  expect(readFileSync(join(directory.path, "data/r1/starts"), "utf8").trim()).toBe(greetings);
  const log = readFileSync(join(directory.path, "logs/r1.log"), "utf8");
  expect(log.match(/^READY r1 /gm)).toHaveLength(3);
  expect(log).toEndWith(`${greetings}\nREADY r1 ${r1.address}\n`);
});

test("a node that ends unasked is at fault, with its last words", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  const r1 = await cluster.start(node("r1"));
  const port = Number(r1.address.split(":")[1]);
  await Bun.connect({ hostname: "127.0.0.1", port, socket: { data() {} } });
  expect(await r1.exited).toEqual({ status: 70, signal: null });
  expect(cluster.faults()).toEqual([
    "r1 ended with status 70 unasked: invariant broken: 3 is not 4",
  ]);
});

test("a node that dies at its start is named with command, status and last lines", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  // A log from before must not be taken for what this start said.
  writeFileSync(join(directory.path, "logs/r1.log"), "an older line\n");
  const error = await cluster.start(node("r1", "dies")).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "StartError", id: "r1", exit: { status: 69 } });
  const message = String(error);
  expect(message).toContain("node r1 did not start: it ended with status 69");
  expect(message).toContain(`${nodeScript} --id r1 --address 127.0.0.1:0 --data-dir `);
  expect(message).toEndWith("    first line\n    the port 127.0.0.1:1 is taken");
  expect(message).not.toContain("an older line");
  expect(cluster.nodes).toEqual([]);
});

test("a node that never gets ready is killed after its time", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path, { readyMs: 500 });
  const starting = cluster.start(node("r1", "silent"));
  const { pid } = cluster.node("r1");
  await expect(starting).rejects.toThrow("it was not READY within 500 ms");
  expect(isAlive(pid)).toBe(false);
});

test("a node whose first line is not READY is refused", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  const starting = cluster.start(node("r1", "chatty"));
  await expect(starting).rejects.toThrow(
    'it printed "listening soon" where "READY r1 <host:port>" belongs',
  );
});

test("many nodes start at once, and each has its own port", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  const ids = Array.from({ length: 20 }, (_, index) => `r${index + 1}`);
  const nodes = await cluster.startAll(ids.map((id) => node(id)));
  expect(nodes.map(({ id }) => id)).toEqual(ids);
  expect(new Set(nodes.map(({ address }) => address)).size).toBe(20);
});

test("one failure among many is the failure of all, and nothing is left running", async () => {
  using directory = temporaryDirectory();
  const cluster = makeCluster(directory.path);
  const specs = [node("r1"), node("r2", "dies"), node("r3")];
  expect(await cluster.startAll(specs).catch(String)).toContain("node r2 did not start");
  await cluster[Symbol.asyncDispose]();
  expect(cluster.nodes.filter(({ running }) => running)).toEqual([]);
  expect(await cluster.start(node("r4")).catch(String)).toContain("after the end of its cluster");
});

test("an id is taken once, and must be good for a file name", async () => {
  using directory = temporaryDirectory();
  await using cluster = makeCluster(directory.path);
  await cluster.start(node("r1"));
  expect(await cluster.start(node("r1")).catch(String)).toContain("there is a node r1 already");
  expect(await cluster.start(node("../r2")).catch(String)).toContain("not a node's id: ../r2");
});
