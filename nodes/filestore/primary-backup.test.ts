import { expect, test } from "bun:test";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import type { Host } from "../host/host.ts";
import { Primary } from "./protocol.ts";
import { failureOf, TestCluster, until } from "./testing/cluster.ts";
import { contentAt, contentsEverywhere } from "./testing/everywhere.ts";
import { uuidOf } from "./testing/objects.ts";

const two = { protocol: "blocking", replicas: 2 } as const;

const file = (number: number, content: string, name = `n${number}`) => {
  return { uuid: uuidOf(number), name, content };
};

test("a request that comes twice, by two replicas, is executed once", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, two);
  const request = "unique";
  const first = await cluster.replica("r1").write({ ...file(1, "x"), request });
  const again = await cluster.replica("r2").write({ ...file(1, "x"), request });
  expect(again).toEqual(first);
  const remove = { uuid: uuidOf(1), request: "delete" };
  const deleted = await cluster.replica("r2").delete(remove);
  expect(await cluster.replica("r1").delete(remove)).toEqual(deleted);
  expect(deleted.status).toBe("SUCCESS");
});

test("requests without a name are never taken for one another, also when forwarded", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, two);
  const primary = cluster.host.connect(Primary, cluster.address("r1"));
  const updates = [file(1, "x"), file(2, "y"), { uuid: uuidOf(1), delete: true }];
  const { results } = await primary.forward({ updates });
  expect(results.map(({ status }) => status)).toEqual(Array(3).fill("SUCCESS"));
  expect(await contentAt(cluster, "r2", 2)).toBe("y");
});

test("a forward that no backup confirms is indefinite, one to no primary definite", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...two, leaseMs: 60_000 });
  const silent = Promise.withResolvers<void>();
  await cluster.stop("r2");
  await cluster.startReplica("r2", (host) => mutedAfterServing(host, silent.promise));
  silent.resolve();
  const primary = cluster.host.connect(Primary, cluster.address("r1"));
  const forwarded = primary.forward({ updates: [file(1, "x")] });
  expect(await failureOf(forwarded)).toMatchObject({ code: "DEADLINE_EXCEEDED", definite: false });
  const backup = cluster.host.connect(Primary, cluster.address("r2"));
  const refused = backup.forward({ updates: [file(2, "x")] });
  expect(await failureOf(refused)).toMatchObject({ code: "FAILED_PRECONDITION", definite: true });
});

/** A host whose node leaves Replicate without an answer from some moment on. */
function mutedAfterServing(host: Host, from: Promise<void>): Host {
  let muted = false;
  void from.then(() => {
    muted = true;
  });
  const serve: Host["serve"] = (address, implementations, options) => {
    const wrapped = implementations.map(({ service, handlers }) => {
      const replicate = handlers.get("replicate");
      if (replicate === undefined) return { service, handlers };
      const late: typeof replicate = (request, call) =>
        muted ? new Promise<object>(() => {}) : replicate(request, call);
      return { service, handlers: new Map([...handlers, ["replicate", late]]) };
    });
    return host.serve(address, wrapped, options);
  };
  return { ...host, serve };
}

test("a restarted primary confirms nothing before it knows its backups", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...two, leaseMs: 20_000 });
  await cluster.replica("r2").write(file(1, "old"));
  await cluster.stop("r1");
  await cluster.stop("registry");
  const letThrough = Promise.withResolvers<void>();
  await cluster.startRegistry((host) => tellingNobody(host, letThrough.promise));
  const starting = cluster.startReplica("r1");
  const primary = cluster.replica("r1");
  const refusals = new Set<string>();
  await until(cluster.host, async () => {
    const failure = await failureOf(primary.write(file(1, "new")));
    expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
    refusals.add(failure.details);
    return refusals.has("r1 does not know its backups yet");
  });
  letThrough.resolve();
  await starting;
  expect(await primary.write(file(1, "new"))).toMatchObject({ status: "SUCCESS" });
  expect(await contentsEverywhere(cluster, 1, ["r1", "r2"])).toEqual(["new", "new"]);
});

/** A host through which the primary is told of its backups only after some moment. */
function tellingNobody(host: Host, until: Promise<void>): Host {
  const connect = (service: typeof Primary, address: string) => {
    const primary = host.connect(service, address);
    const updateMembers: typeof primary.updateMembers = async (request, options) => {
      await until;
      return primary.updateMembers(request, options);
    };
    return { ...primary, updateMembers };
  };
  return { ...host, connect: connect as unknown as Host["connect"] };
}

test("a registry that forgot who is the primary can't make two histories one", async () => {
  using directory = temporaryDirectory();
  const options = { ...two, joinTimeoutMs: 300 };
  await using cluster = await TestCluster.start(directory.path, options);
  await cluster.replica("r1").write(file(1, "x"));
  for (const id of ["r2", "r1", "registry"]) await cluster.stop(id);
  rmSync(join(directory.path, "registry"), { recursive: true });
  await cluster.startRegistry();
  await cluster.startReplica("r2");
  expect((await cluster.directory.replicas()).primary?.id).toBe("r2");
  const failure = await failureOf(cluster.startReplica("r1"));
  expect(failure.details).toContain("r1 was not brought up to date within 300 ms");
  expect(await contentAt(cluster, "r2", 1)).toBe("x");
});

test("a directory with a quorum's files is refused, and left as it is", async () => {
  using directory = temporaryDirectory();
  {
    const sizes = { replicas: 1, readQuorum: 1, writeQuorum: 1 };
    await using cluster = await TestCluster.start(directory.path, { protocol: "quorum", ...sizes });
    await (await cluster.client("c1")).write(file(1, "of a quorum"));
  }
  cpSync(join(directory.path, "r1"), join(directory.path, "other", "r1"), { recursive: true });
  const start = TestCluster.start(join(directory.path, "other"), two);
  expect(await failureOf(start)).toMatchObject({ code: "FAILED_PRECONDITION" });
});

test("a node that has stopped leaves no timer behind", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, two);
  let running = 0;
  const counted = (host: Host): Host => ({
    ...host,
    clock: {
      ...host.clock,
      sleep: (milliseconds, signal) => {
        running += 1;
        return host.clock.sleep(milliseconds, signal).finally(() => {
          running -= 1;
        });
      },
      every: (milliseconds, task) => {
        running += 1;
        const repeating = host.clock.every(milliseconds, task);
        return {
          stop: () => {
            running -= 1;
            repeating.stop();
          },
        };
      },
    },
  });
  for (const id of ["r1", "r2"]) await cluster.stop(id);
  for (const id of ["r1", "r2"]) await cluster.startReplica(id, counted);
  await cluster.replica("r2").write(file(1, "x"));
  expect(running).toBeGreaterThan(0);
  for (const id of ["r2", "r1"]) await cluster.stop(id);
  await until(cluster.host, async () => running === 0);
});

test("a client finds a replica that came back at another address", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { ...two, replicas: 1 });
  const client = await cluster.client("c1");
  await client.write(file(1, "x"));
  await cluster.stop("r1");
  const failure = await failureOf(client.read(uuidOf(1)));
  expect(failure).toMatchObject({ code: "UNAVAILABLE" });
  await cluster.moveReplica("r1");
  expect(await client.read(uuidOf(1))).toMatchObject({ status: "SUCCESS", content: "x" });
});

test("content keeps each of its characters on the way to every replica", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, two);
  const contents = ["\ufeffmark", "a\0b", "😀", "\u0301", "line\r\n"];
  for (const [number, content] of contents.entries()) {
    await cluster.replica("r2").write(file(number, content));
    expect(await contentsEverywhere(cluster, number, ["r1", "r2"])).toEqual([content, content]);
  }
});
