import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import type { Host } from "../host/host.ts";
import type { FileClient } from "./file-client.ts";
import { LinearizableClient } from "./linearizable-client.ts";
import { type Member, toMember } from "./membership.ts";
import { Quorum, Registry } from "./protocol.ts";
import { failureOf, TestCluster, until } from "./testing/cluster.ts";
import { uuidOf } from "./testing/objects.ts";
import { HybridLogicalClock } from "./version.ts";

const linearizable = { consistency: "linearizable" } as const;

/** Three replicas, N_w = N_r = 3 unless said otherwise: every operation asks all. */
function startCluster(directory: string, writeQuorum = 3): Promise<TestCluster> {
  const sizes = { replicas: 3, readQuorum: writeQuorum, writeQuorum };
  return TestCluster.start(directory, { protocol: "quorum", ...sizes });
}

/** A client that dies in the middle of a write: it reserves, and installs at some. */
async function dieWhileWriting(
  cluster: TestCluster,
  file: { readonly uuid: string; readonly name: string; readonly content: string },
  installAt: readonly string[],
) {
  const registry = cluster.host.connect(Registry, cluster.address("registry"));
  const { members } = await registry.pickQuorum({ operation: "WRITE", linearizable: true });
  const ticket = `ticket-of-${file.content}`;
  const { uuid, name } = file;
  const reservation = { ticket, uuid, name, members, leaseMs: 50 };
  const quorum = (member: Member) => cluster.host.connect(Quorum, member.address);
  const version = new HybridLogicalClock(cluster.host.clock, "dead").next();
  const object = { ...file, version, deleted: false };
  for (const member of members.map(toMember)) await quorum(member).reserve({ reservation });
  for (const member of members.map(toMember)) {
    if (installAt.includes(member.id)) await quorum(member).install({ ticket, object });
  }
  const installLate = (id: string) =>
    cluster.host.connect(Quorum, cluster.address(id)).install({ ticket, object });
  return { installLate, version };
}

/** What each replica answers to a read of uuid `number`. */
async function everywhere(cluster: TestCluster, number: number): Promise<string[]> {
  const ids = ["r1", "r2", "r3"];
  const answers = await Promise.all(
    ids.map((id) => cluster.replica(id).read({ uuid: uuidOf(number) })),
  );
  return answers.map(({ status, content }) => (status === "SUCCESS" ? content : status));
}

const file = (number: number, content: string, name = "a") => {
  return { uuid: uuidOf(number), name, content };
};

test("a write that one replica refuses is applied by none", async () => {
  using directory = temporaryDirectory();
  await using cluster = await startCluster(directory.path);
  const client = await cluster.client("c1", linearizable);
  await cluster.makeHost("r2").disk.overwrite("by-hand", new TextEncoder().encode("x"));
  expect(await failureOf(client.write(file(1, "x", "by-hand")))).toMatchObject({ definite: true });
  expect(await everywhere(cluster, 1)).toEqual(Array(3).fill("FILE DOES NOT EXIST"));
  await client.write(file(2, "old"));
  await client.delete(uuidOf(2));
  expect(await client.write(file(2, "new"))).toMatchObject({
    status: "DELETED FILE CANNOT BE UPDATED",
  });
  await client.write(file(3, "owner"));
  expect(await client.write(file(4, "second"))).toMatchObject({
    status: "FILE WITH THE SAME NAME ALREADY EXISTS",
  });
  expect(await everywhere(cluster, 4)).toEqual(Array(3).fill("FILE DOES NOT EXIST"));
});

test("a client that died before it installed anywhere: its write happened nowhere", async () => {
  using directory = temporaryDirectory();
  await using cluster = await startCluster(directory.path);
  const { installLate } = await dieWhileWriting(cluster, file(1, "dead"), []);
  const client = await cluster.client("c1", linearizable);
  expect(await client.write(file(2, "alive"))).toMatchObject({ status: "SUCCESS" });
  expect(await everywhere(cluster, 1)).toEqual(Array(3).fill("FILE DOES NOT EXIST"));
  expect(await everywhere(cluster, 2)).toEqual(Array(3).fill("alive"));
  // It was only slow: what it sends now is refused.
  for (const id of ["r1", "r2", "r3"]) {
    expect(await failureOf(installLate(id))).toMatchObject({ code: "ABORTED", definite: true });
  }
  expect(await everywhere(cluster, 1)).toEqual(Array(3).fill("FILE DOES NOT EXIST"));
});

test("a client that died between two installs: its write is finished everywhere", async () => {
  using directory = temporaryDirectory();
  await using cluster = await startCluster(directory.path);
  const { version } = await dieWhileWriting(cluster, file(1, "dead"), ["r2"]);
  const client = await cluster.client("c1", linearizable);
  expect(await client.write(file(2, "alive"))).toMatchObject({
    status: "FILE WITH THE SAME NAME ALREADY EXISTS",
  });
  expect(await everywhere(cluster, 1)).toEqual(Array(3).fill("dead"));
  expect(await client.read(uuidOf(1))).toMatchObject({ content: "dead", version });
});

test("a read settles a dead client's write, also when replicas restarted in between", async () => {
  using directory = temporaryDirectory();
  await using cluster = await startCluster(directory.path);
  await dieWhileWriting(cluster, file(1, "dead"), ["r3"]);
  for (const id of ["r1", "r3"]) {
    await cluster.stop(id);
    await cluster.startReplica(id);
  }
  const client = await cluster.client("c1", linearizable);
  expect(await client.read(uuidOf(1))).toMatchObject({ status: "SUCCESS", content: "dead" });
  expect(await everywhere(cluster, 1)).toEqual(Array(3).fill("dead"));
});

test("two clients that settle the same dead client at once come to the same", async () => {
  using directory = temporaryDirectory();
  await using cluster = await startCluster(directory.path);
  await dieWhileWriting(cluster, file(1, "dead"), ["r1"]);
  const clients = await Promise.all(
    ["c1", "c2", "c3"].map((id) => cluster.client(id, linearizable)),
  );
  const answers = await Promise.all(
    clients.map((client, index) => client.write(file(1, `by ${index}`))),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(3).fill("SUCCESS"));
  const newest = answers.toSorted((one, other) => (one.version < other.version ? 1 : -1))[0];
  const read = await clients[0]?.read(uuidOf(1));
  expect(read?.version).toBe(newest?.version as string);
});

test("a read writes the newest back to replicas that had less, tombstones too", async () => {
  using directory = temporaryDirectory();
  await using cluster = await startCluster(directory.path, 2);
  const version = new HybridLogicalClock(cluster.host.clock, "c").next();
  await cluster.replica("r1").write({ ...file(1, "new"), version });
  const client = await cluster.client("c1", linearizable);
  const read = await client.read(uuidOf(1));
  const asked = read.replicas.map(({ replica }) => replica);
  // Whoever was asked together with r1 has it now; r1 may not have been asked.
  for (const id of asked) {
    const { content } = await cluster.replica(id).read({ uuid: uuidOf(1) });
    expect(content).toBe(asked.includes("r1") ? "new" : "");
  }
  const tombstone = new HybridLogicalClock(cluster.host.clock, "d").next();
  await cluster.replica("r2").delete({ uuid: uuidOf(2), version: tombstone });
  for (const id of ["r1", "r3"]) await cluster.replica(id).write({ ...file(2, "x", id), version });
  for (let status = ""; status !== "FILE ALREADY DELETED"; ) {
    ({ status } = await client.read(uuidOf(2)));
  }
});

test("clients that create one name at once: exactly one succeeds", async () => {
  using directory = temporaryDirectory();
  await using cluster = await startCluster(directory.path, 2);
  const ids = ["c1", "c2", "c3"];
  const clients = await Promise.all(ids.map((id) => cluster.client(id, linearizable)));
  for (let round = 1; round <= 5; round++) {
    const create = (client: FileClient, index: number) =>
      client.write(file(round * 10 + index, "x", `n${round}`));
    const statuses = (await Promise.all(clients.map(create))).map(({ status }) => status);
    expect(statuses.filter((status) => status === "SUCCESS")).toHaveLength(1);
  }
});

test("a write that finds a replica gone is settled once that is back", async () => {
  using directory = temporaryDirectory();
  await using cluster = await startCluster(directory.path);
  const client = await cluster.client("c1", linearizable);
  await client.write(file(1, "old"));
  const unlucky = new LinearizableClient(stopsAtInstall(cluster, "r2"), cluster.directory);
  const failure = await failureOf(unlucky.write(file(1, "new")));
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: false });
  await cluster.startReplica("r2");
  // Its connections are found again after a moment.
  const read = () => client.read(uuidOf(1)).catch(() => undefined);
  await until(cluster.host, async () => (await read())?.content === "new");
  expect(await everywhere(cluster, 1)).toEqual(Array(3).fill("new"));
});

/** A host through which a replica is stopped just before it is asked to install. */
function stopsAtInstall(cluster: TestCluster, id: string): Host {
  const host = cluster.makeHost("unlucky");
  const connect = (service: typeof Quorum, address: string) => {
    const quorum = host.connect(service, address);
    if (service !== Quorum || address !== cluster.address(id)) return quorum;
    const install: typeof quorum.install = async (request, options) => {
      await cluster.stop(id);
      return quorum.install(request, options);
    };
    return { ...quorum, install };
  };
  return { ...host, connect: connect as unknown as Host["connect"] };
}
