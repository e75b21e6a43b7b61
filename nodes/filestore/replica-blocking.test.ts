import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import type { Host } from "../host/host.ts";
import { maxContentBytes } from "./input.ts";
import { Backup, Primary, Replica } from "./protocol.ts";
import { failureOf, TestCluster, until } from "./testing/cluster.ts";
import { contentAt, contentsEverywhere, versionsEverywhere } from "./testing/everywhere.ts";
import { uuidOf } from "./testing/objects.ts";

const blocking = { protocol: "blocking" } as const;

const file = (number: number, content: string, name = `n${number}`) => {
  return { uuid: uuidOf(number), name, content };
};

test("once a write is answered all replicas have it, with one version", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, blocking);
  for (const [index, id] of ["r1", "r2", "r3"].entries()) {
    const answer = await cluster.replica(id).write(file(index, `by ${id}`));
    expect(answer).toMatchObject({ status: "SUCCESS", uuid: uuidOf(index) });
    expect(await contentsEverywhere(cluster, index)).toEqual(Array(3).fill(`by ${id}`));
    expect(await versionsEverywhere(cluster, index)).toEqual(Array(3).fill(answer.version));
  }
  await cluster.replica("r3").delete({ uuid: uuidOf(0) });
  expect(await contentsEverywhere(cluster, 0)).toEqual(Array(3).fill("FILE ALREADY DELETED"));
});

test("an upper-case uuid is the same uuid", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...blocking, replicas: 2 });
  const uuid = "abcdef00-0000-4000-8000-000000000000";
  await cluster.replica("r2").write({ uuid, name: "a", content: "1" });
  const upper = await cluster.replica("r2").write({ uuid: uuid.toUpperCase(), name: "a" });
  expect(upper).toMatchObject({ status: "SUCCESS", uuid: uuid.toUpperCase() });
  expect(await cluster.replica("r1").read({ uuid })).toMatchObject({ name: "a", content: "" });
  await cluster.replica("r2").delete({ uuid: uuid.toUpperCase() });
  expect((await cluster.replica("r1").read({ uuid })).status).toBe("FILE ALREADY DELETED");
});

test("empty messages are refused by their status and change nothing", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...blocking, replicas: 2 });
  for (const id of ["r1", "r2"]) {
    const replica = cluster.replica(id);
    const answers = [await replica.write({}), await replica.read({}), await replica.delete({})];
    expect(answers.map(({ status }) => status)).toEqual(Array(3).fill("NOT A UUID"));
    const backup = cluster.host.connect(Backup, cluster.address(id));
    expect(await failureOf(backup.replicate({}))).toMatchObject({ code: "FAILED_PRECONDITION" });
  }
  const forward = { updates: [{ ...file(1, "x"), name: "../x" }] };
  const primary = cluster.host.connect(Primary, cluster.address("r1"));
  expect(await failureOf(primary.forward(forward))).toMatchObject({ code: "INVALID_ARGUMENT" });
  const { members } = await cluster.directory.replicas();
  for (const member of members) expect(await cluster.directory.listAt(member)).toEqual([]);
});

test("contents of exactly 1 MiB are forwarded, replicated, listed and read", async () => {
  using directory = temporaryDirectory();
  const options = { ...blocking, replicas: 2, replicationTimeoutMs: 20_000, leaseMs: 20_000 };
  await using cluster = await TestCluster.start(directory.path, options);
  const contents = ["x".repeat(maxContentBytes), "😀".repeat(maxContentBytes / 4)];
  contents.push(`${"€".repeat((maxContentBytes - 1) / 3)}x`);
  const replica = cluster.replica("r2");
  const all = Array.from({ length: 15 }, (_, number) => file(number, contents[number % 3] ?? ""));
  const answers = await Promise.all(all.map((each) => replica.write(each, { timeoutMs: 20_000 })));
  expect(answers.map(({ status }) => status)).toEqual(Array(15).fill("SUCCESS"));
  const listed = await cluster.directory.listAt(await cluster.directory.replica("r2"));
  const same = listed.map(({ content }, number) => content === all[number]?.content);
  expect(same).toEqual(Array(15).fill(true));
});

test("two clients that create one name at two replicas: exactly one succeeds", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, blocking);
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(
      ["r2", "r3"].map((id, index) =>
        cluster.replica(id).write(file(10 * round + index, id, `name ${round}`)),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      "FILE WITH THE SAME NAME ALREADY EXISTS",
      "SUCCESS",
    ]);
  }
});

test("a late joiner has all before it is ready: files, tombstones, freed names", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...blocking, replicas: 2 });
  const primary = cluster.replica("r1");
  for (const number of [1, 2, 3]) await primary.write(file(number, "old"));
  await primary.delete({ uuid: uuidOf(1) });
  await primary.write(file(4, "heir", "n1"));
  await primary.write(file(2, "new"));
  await cluster.startReplica("r3");
  const held = await Promise.all([1, 2, 3, 4].map((number) => contentAt(cluster, "r3", number)));
  expect(held).toEqual(["FILE ALREADY DELETED", "new", "old", "heir"]);
  await primary.delete({ uuid: uuidOf(1) });
  expect(await contentsEverywhere(cluster, 4)).toEqual(Array(3).fill("heir"));
});

test("a restarted backup has all that it missed before it is ready", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, blocking);
  const primary = cluster.replica("r1");
  for (const number of [1, 2]) await primary.write(file(number, "old"));
  await cluster.stop("r3");
  await primary.delete({ uuid: uuidOf(1) });
  await primary.write(file(3, "heir", "n1"));
  await primary.write(file(2, "new"));
  await cluster.startReplica("r3");
  const held = await Promise.all([1, 2, 3].map((number) => contentAt(cluster, "r3", number)));
  expect(held).toEqual(["FILE ALREADY DELETED", "new", "heir"]);
});

test("a backup that has not caught up refuses reads, and writes don't wait for it", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...blocking, replicas: 2 });
  await cluster.replica("r1").write(file(1, "x"));
  const address = Promise.withResolvers<string>();
  const letIn = Promise.withResolvers<void>();
  const around = (host: Host) => delayed(host, address.resolve, letIn.promise);
  const starting = cluster.startReplica("r3", around);
  const joiner = cluster.host.connect(Replica, await address.promise);
  const failure = await failureOf(joiner.read({ uuid: uuidOf(1) }));
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
  expect(failure.message).toContain("has not caught up");
  expect(await cluster.replica("r1").write(file(2, "y"))).toMatchObject({ status: "SUCCESS" });
  letIn.resolve();
  await starting;
  expect(await contentsEverywhere(cluster, 2)).toEqual(["y", "y", "y"]);
});

/** A host whose node answers no Replicate before it is let in. */
function delayed(host: Host, onAddress: (address: string) => void, letIn: Promise<void>): Host {
  const serve: Host["serve"] = async (address, implementations, options) => {
    const waiting = implementations.map(({ service, handlers }) => {
      const replicate = handlers.get("replicate");
      if (replicate === undefined) return { service, handlers };
      const late = (...given: Parameters<typeof replicate>) =>
        letIn.then(() => replicate(...given) as Promise<object>);
      return { service, handlers: new Map([...handlers, ["replicate", late]]) };
    });
    const server = await host.serve(address, waiting, options);
    onAddress(server.address);
    return server;
  };
  return { ...host, serve };
}

test("while the primary is away writes are refused; it is found when it is back", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...blocking, leaseMs: 300 });
  const backup = cluster.replica("r2");
  await backup.write(file(1, "x"));
  await cluster.stop("r1");
  const failure = await failureOf(backup.write(file(1, "y")));
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
  const told = async () =>
    (await failureOf(backup.write(file(1, "y")))).details === "no primary is known at the moment";
  await until(cluster.host, told);
  expect(await contentAt(cluster, "r2", 1)).toBe("x");
  expect((await cluster.directory.replicas()).primary).toBeNull();
  await cluster.startReplica("r1");
  expect((await cluster.directory.replicas()).primary?.id).toBe("r1");
  const write = () => backup.write(file(1, "z")).catch(() => undefined);
  await until(cluster.host, async () => (await write())?.status === "SUCCESS");
  expect(await contentsEverywhere(cluster, 1)).toEqual(["z", "z", "z"]);
});

test("a restarted registry keeps everybody and the primary, and nobody notices", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, blocking);
  const before = await cluster.directory.replicas();
  await cluster.stop("registry");
  expect(await cluster.replica("r2").write(file(1, "x"))).toMatchObject({ status: "SUCCESS" });
  await cluster.startRegistry();
  await until(cluster.host, async () =>
    cluster.directory.replicas().then(
      (after) => Bun.deepEquals(after, before),
      () => false,
    ),
  );
  expect(await contentsEverywhere(cluster, 1)).toEqual(["x", "x", "x"]);
});
