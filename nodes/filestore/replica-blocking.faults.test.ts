import { expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Cluster } from "../../harness/kit/cluster.ts";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { createRealHost } from "../host/real.ts";
import { Replica } from "./protocol.ts";
import { failureOf, until } from "./testing/cluster.ts";
import { uuidOf } from "./testing/objects.ts";

const uuid = uuidOf(1);

/** A registry and the replicas r1 (the primary) to r3, as processes that can be stopped. */
async function startProcesses(directory: string, leaseMs: number) {
  mkdirSync(join(directory, "logs"));
  const cluster = new Cluster(directory);
  const script = (name: string) => `nodes/filestore/${name}.ts`;
  const spec = { id: "registry", script: script("registry"), flags: { leaseMs } };
  const { address: registry } = await cluster.start(spec);
  const flags = { registry, replicationTimeoutMs: 300 };
  const specOf = (id: string) => ({ id, script: script("replica-blocking"), flags });
  await cluster.start(specOf("r1"));
  await cluster.startAll(["r2", "r3"].map(specOf));
  const host = createRealHost({ id: "test", dataDirectory: directory, logLevel: "silent" });
  const replica = (id: string) => host.connect(Replica, cluster.node(id).address);
  const write = (content: string) => replica("r1").write({ uuid, name: "a", content });
  /** Writes again and again until that succeeds. */
  const writeAtLast = (content: string) =>
    until(host, () =>
      write(content).then(
        ({ status }) => status === "SUCCESS",
        () => false,
      ),
    );
  return { cluster, host, replica, write, writeAtLast };
}

test("a stopped backup delays writes for its lease; it serves nothing old later", async () => {
  using directory = temporaryDirectory();
  const { cluster, host, replica, write, writeAtLast } = await startProcesses(directory.path, 600);
  await using _ = cluster;
  await write("old");
  cluster.node("r3").pause();
  const failure = await failureOf(write("unknown"));
  expect(failure).toMatchObject({ code: "DEADLINE_EXCEEDED", definite: false });
  expect(failure.details).toContain("no acknowledgement from r3");
  await writeAtLast("new");
  // These wait at its door until it goes on, before it has heard of anything.
  const read = async () => {
    const answer = replica("r3").read({ uuid }, { timeoutMs: 10_000 });
    return answer.then(
      ({ content }) => content,
      ({ code }) => code as string,
    );
  };
  const waiting = Array.from({ length: 20 }, read);
  cluster.node("r3").resume();
  const answers = new Set(await Promise.all(waiting));
  await until(host, async () => {
    const answer = await read();
    answers.add(answer);
    return answer === "new";
  });
  expect(["new", "UNAVAILABLE"]).toEqual(expect.arrayContaining([...answers]));
}, 30_000);

test("a killed backup delays writes for its lease; it is ready with all of them", async () => {
  using directory = temporaryDirectory();
  const { cluster, host, replica, write, writeAtLast } = await startProcesses(directory.path, 600);
  await using _ = cluster;
  await write("old");
  await cluster.node("r2").kill();
  expect(await failureOf(write("unknown"))).toMatchObject({ definite: false });
  await writeAtLast("new");
  await cluster.node("r2").restart({ samePort: true });
  const read = () => replica("r2").read({ uuid });
  await until(host, () =>
    read().then(
      () => true,
      () => false,
    ),
  );
  expect(await read()).toMatchObject({ status: "SUCCESS", content: "new" });
}, 30_000);

test("a primary that was killed confirms nothing without the backups that serve", async () => {
  using directory = temporaryDirectory();
  const { cluster, write, writeAtLast, replica } = await startProcesses(directory.path, 10_000);
  await using _ = cluster;
  await write("old");
  cluster.node("r3").pause();
  await cluster.node("r1").kill();
  expect(await failureOf(write("lost"))).toMatchObject({ code: "UNAVAILABLE" });
  await cluster.node("r1").restart({ samePort: true });
  await expectUnconfirmed(write);
  cluster.node("r3").resume();
  await writeAtLast("new");
  expect(await replica("r3").read({ uuid })).toMatchObject({ content: "new" });
}, 30_000);

/** Writes until the primary is reached; what it then says must leave the outcome open. */
async function expectUnconfirmed(write: (content: string) => Promise<unknown>): Promise<void> {
  for (;;) {
    const failure = await failureOf(write("unconfirmed"));
    if (failure.definite) continue;
    expect(failure.details).toContain("no acknowledgement from r3");
    return;
  }
}
