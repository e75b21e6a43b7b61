import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { Quorum } from "./protocol.ts";
import { failureOf, TestCluster, until } from "./testing/cluster.ts";
import { contentAt, contentsEverywhere, versionsEverywhere } from "./testing/everywhere.ts";
import { uuidOf, written } from "./testing/objects.ts";
import { HybridLogicalClock } from "./version.ts";

const all = { protocol: "quorum", readQuorum: 1, writeQuorum: 3 } as const;
const majority = { protocol: "quorum", readQuorum: 2, writeQuorum: 2 } as const;

const file = (number: number, content: string, name = `n${number}`) => {
  return { uuid: uuidOf(number), name, content };
};

test("a write has one version on all its replicas, made by the client", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, all);
  const client = await cluster.client("c1");
  const { status, version, replicas } = await client.write(file(1, "x"));
  expect(status).toBe("SUCCESS");
  expect(version).toEndWith("-c1");
  expect(replicas.map(({ replica }) => replica).toSorted()).toEqual(["r1", "r2", "r3"]);
  expect(await versionsEverywhere(cluster, 1)).toEqual([version, version, version]);
});

test("exactly N_w replicas hold a write, and every read of N_r finds it", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, majority);
  const client = await cluster.client("c1");
  for (let number = 1; number <= 5; number++) {
    const { replicas } = await client.write(file(number, "new"));
    const holders = replicas.map(({ replica }) => replica);
    expect(holders).toHaveLength(2);
    for (const id of ["r1", "r2", "r3"]) {
      const due = holders.includes(id) ? "new" : "FILE DOES NOT EXIST";
      expect(await contentAt(cluster, id, number)).toBe(due);
    }
    for (let read = 0; read < 5; read++) {
      expect(await client.read(uuidOf(number))).toMatchObject({ content: "new" });
    }
  }
});

test("a client whose clock is behind loses no write", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, all);
  const ahead = { ...cluster.host.clock, wallMs: () => cluster.host.clock.wallMs() + 3_600_000 };
  const version = new HybridLogicalClock(ahead, "ahead").next();
  for (const id of ["r1", "r2", "r3"]) {
    await cluster.replica(id).write({ ...file(1, "by the fast clock"), version });
  }
  const client = await cluster.client("c1");
  const answer = await client.write(file(1, "later"));
  expect(answer.status).toBe("SUCCESS");
  expect(answer.version > version).toBe(true);
  expect(await contentsEverywhere(cluster, 1)).toEqual(Array(3).fill("later"));
});

test("a delete leaves tombstones on N_w replicas, also where the file never was", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, all);
  const version = new HybridLogicalClock(cluster.host.clock, "c").next();
  await cluster.replica("r1").write({ ...file(1, "only here"), version });
  const client = await cluster.client("c1");
  expect(await client.delete(uuidOf(1))).toMatchObject({ status: "SUCCESS" });
  expect(await contentsEverywhere(cluster, 1)).toEqual(Array(3).fill("FILE ALREADY DELETED"));
  expect(await client.delete(uuidOf(1))).toMatchObject({ status: "FILE ALREADY DELETED" });
  expect(await client.write(file(1, "x"))).toMatchObject({
    status: "DELETED FILE CANNOT BE UPDATED",
  });
});

test("a read takes a tombstone for newer than any write", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...all, readQuorum: 3 });
  const versions = new HybridLogicalClock(cluster.host.clock, "c");
  const [tombstone, later] = [versions.next(), versions.next()];
  await cluster.replica("r1").delete({ uuid: uuidOf(1), version: tombstone });
  await cluster.replica("r2").write({ ...file(1, "x"), version: later });
  const client = await cluster.client("c1");
  const read = await client.read(uuidOf(1));
  expect(read).toMatchObject({ status: "FILE ALREADY DELETED", version: tombstone });
});

test("with fewer than N_w replicas a write is refused, definitely; reads go on", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...all, leaseMs: 300 });
  const client = await cluster.client("c1");
  await client.write(file(1, "x"));
  await cluster.stop("r2");
  const failure = await failureOf(client.write(file(1, "y")));
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
  expect(failure.details).toBe("a WRITE needs 3 replicas, 2 are registered");
  expect(await client.read(uuidOf(1))).toMatchObject({ content: "x" });
  await cluster.startReplica("r2");
  const write = () => client.write(file(1, "y")).catch(() => undefined);
  await until(cluster.host, async () => (await write())?.status === "SUCCESS");
});

test("one more replica than N is not taken in", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, majority);
  const failure = await failureOf(cluster.startReplica("r4"));
  expect(failure).toMatchObject({ code: "RESOURCE_EXHAUSTED" });
  expect((await cluster.directory.replicas()).members).toHaveLength(3);
});

test("a version that is malformed or far ahead is refused and changes nothing", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...all, replicas: 3 });
  const replica = cluster.replica("r1");
  for (const version of ["", "x", "ffffffffffff-0000-c1"]) {
    const write = await replica.write({ ...file(1, "x"), version });
    const remove = await replica.delete({ uuid: uuidOf(1), version });
    expect([write.status, remove.status]).toEqual(Array(2).fill("VERSION NOT ALLOWED"));
  }
  expect(await contentAt(cluster, "r1", 1)).toBe("FILE DOES NOT EXIST");
});

test("what no client may send is refused, and a restart is not spoilt by it", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, all);
  const quorum = cluster.host.connect(Quorum, cluster.address("r1"));
  const { version } = await (await cluster.client("c1")).write(file(1, "x"));
  const bad = [
    { ...written(2, "../out", "x", 0), version },
    { ...written(2, "a", "x", 0), version, uuid: "42" },
    written(2, "a", "x", 0xffff_ffff_ffff),
  ];
  for (const object of bad) {
    expect(await failureOf(quorum.install({ object }))).toMatchObject({ code: "INVALID_ARGUMENT" });
  }
  const reservation = { uuid: uuidOf(2), name: "a", ticket: "" };
  const empty = [quorum.install({}), quorum.reserve({}), quorum.reserve({ reservation })];
  for (const call of empty) expect((await failureOf(call)).code).toBe("INVALID_ARGUMENT");
  await Promise.all([quorum.release({}), quorum.fence({})]);
  await cluster.stop("r1");
  await cluster.startReplica("r1");
  const held = () => contentAt(cluster, "r1", 1);
  await until(cluster.host, async () => (await held()) === "x");
});

test("a regular write does not pass a reservation", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, all);
  const quorum = cluster.host.connect(Quorum, cluster.address("r2"));
  const reservation = { ticket: "t", uuid: uuidOf(1).toUpperCase(), name: "n1", leaseMs: 60_000 };
  await quorum.reserve({ reservation });
  const version = new HybridLogicalClock(cluster.host.clock, "c").next();
  const write = cluster.replica("r2").write({ ...file(1, "x"), version });
  expect(await failureOf(write)).toMatchObject({ code: "ABORTED", definite: true });
  await quorum.release({ ticket: "t" });
  const again = await cluster.replica("r2").write({ ...file(1, "x"), version });
  expect(again.status).toBe("SUCCESS");
});
