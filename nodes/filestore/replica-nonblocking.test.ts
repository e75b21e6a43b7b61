import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { TestCluster, until } from "./testing/cluster.ts";
import { contentAt, contentsEverywhere } from "./testing/everywhere.ts";
import { uuidOf } from "./testing/objects.ts";

const nonblocking = { protocol: "nonblocking" } as const;

const file = (number: number, content: string, name = `n${number}`) => {
  return { uuid: uuidOf(number), name, content };
};

test("what was promised reaches a backup that was away, before that answers reads", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, nonblocking);
  await cluster.replica("r2").write(file(1, "old"));
  await cluster.stop("r3");
  for (let update = 1; update <= 20; update++) {
    const { status } = await cluster.replica("r2").write(file(1, `update ${update}`));
    expect(status).toBe("SUCCESS");
  }
  await cluster.replica("r1").write(file(2, "gone"));
  await cluster.replica("r1").delete({ uuid: uuidOf(2) });
  await cluster.startReplica("r3");
  expect(await contentAt(cluster, "r3", 1)).toBe("update 20");
  expect(await contentAt(cluster, "r3", 2)).toBe("FILE ALREADY DELETED");
});

test("what was promised survives a restart of the primary, and reaches all", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, nonblocking);
  await cluster.stop("r2");
  await cluster.stop("r3");
  await cluster.replica("r1").write(file(1, "promised"));
  await cluster.stop("r1");
  await cluster.startReplica("r1");
  await Promise.all(["r2", "r3"].map((id) => cluster.startReplica(id)));
  expect(await contentsEverywhere(cluster, 1)).toEqual(Array(3).fill("promised"));
});

test("every backup sees the updates in the order of the primary", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, nonblocking);
  const seen = new Map([
    ["r2", new Set<number>()],
    ["r3", new Set<number>()],
  ]);
  const writing = (async () => {
    for (let update = 1; update <= 50; update++) {
      await cluster.replica("r1").write(file(1, String(update)));
    }
  })();
  await until(cluster.host, async () => {
    const all = await Promise.all([...seen.keys()].map((id) => contentAt(cluster, id, 1)));
    for (const [index, numbers] of [...seen.values()].entries()) numbers.add(Number(all[index]));
    return all.every((content) => content === "50");
  });
  await writing;
  for (const numbers of seen.values()) {
    const order = [...numbers].filter((number) => !Number.isNaN(number));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  }
});

test("two clients that create one name at two replicas: exactly one succeeds", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, nonblocking);
  const create = (id: string, number: number) => cluster.replica(id).write(file(number, id, "a"));
  const creates = ["r2", "r3"].map(create);
  const statuses = (await Promise.all(creates)).map(({ status }) => status);
  expect(statuses.filter((status) => status === "SUCCESS")).toHaveLength(1);
  expect(statuses).toContain("FILE WITH THE SAME NAME ALREADY EXISTS");
});
