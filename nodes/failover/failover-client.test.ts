import { expect, test } from "bun:test";
import type { Clock } from "../host/host.ts";
import { failureOf, testHost, until } from "../host/test-support.ts";
import { defaultPatience, FailoverClient } from "./failover-client.ts";
import { FakeServers } from "./testing/fake-servers.ts";

/** Shorter than a person would wait, long enough for a busy machine. */
const patience = { tryMs: 200, operationMs: 900 };

const names = ({ calls }: FakeServers) => calls.map(({ name }) => name);

test("every operation asks a server at random", async () => {
  await using servers = await FakeServers.start(3);
  using host = testHost({ id: "c1", seed: 7 });
  const client = new FailoverClient(host, servers.addresses);
  for (let count = 0; count < 60; count++) await client.get("k");
  const asked = Map.groupBy(servers.calls, ({ server }) => server);
  expect(servers.calls).toHaveLength(60);
  for (const server of [0, 1, 2]) expect(asked.get(server)?.length).toBeGreaterThan(8);
});

test("get, put, delete and scan answer what the store holds, old values included", async () => {
  await using servers = await FakeServers.start(2);
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, servers.addresses);
  expect(await client.get("b")).toBeUndefined();
  expect(await client.put("b", "1")).toBeUndefined();
  expect(await client.put("b", "")).toBe("1");
  expect(await client.get("b")).toBe("");
  expect(await client.put("a", "2")).toBeUndefined();
  expect(await client.scan("a", "z")).toEqual([
    { key: "a", value: "2" },
    { key: "b", value: "" },
  ]);
  expect(await client.delete("b")).toBe("");
  expect(await client.delete("b")).toBeUndefined();
});

test("another server is asked when one fails, which comes last for a while", async () => {
  await using servers = await FakeServers.start(2);
  using host = testHost({ id: "c1" });
  let nowMs = 1_000;
  const clock: Clock = { ...host.clock, monotonicMs: () => nowMs };
  const client = new FailoverClient({ ...host, clock }, servers.addresses);
  servers.fate(0, "down");
  await client.put("k", "v");
  const asked = () => servers.calls.map(({ server }) => server);
  while (!asked().includes(0)) await client.get("k");
  const before = servers.calls.length;
  for (let count = 0; count < 20; count++) await client.get("k");
  expect(new Set(asked().slice(before))).toEqual(new Set([1]));
  nowMs += 1_001;
  while (asked().lastIndexOf(0) < before) await client.get("k");
});

test("a write whose answer is lost is sent to the next server under the same name", async () => {
  await using servers = await FakeServers.start(3);
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, servers.addresses, { ...patience, operationMs: 60_000 });
  await client.put("k", "first");
  for (const place of [0, 1, 2]) servers.fate(place, "lost");
  const put = client.put("k", "second");
  expect(await put).toBe("first");
  const [, ...tries] = names(servers);
  expect(new Set(tries).size).toBe(1);
  expect(tries.length).toBe(4);
  expect(new Set(servers.calls.slice(1, 4).map(({ server }) => server)).size).toBe(3);
});

test("writes of one client run one after the other, with numbers that grow by one", async () => {
  await using servers = await FakeServers.start(3);
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, servers.addresses);
  await Promise.all(Array.from({ length: 20 }, (_, index) => client.put("k", `${index}`)));
  expect(servers.mostUnderWay).toBe(1);
  const numbers = names(servers).map((name) => Number(name?.split(" ")[1]));
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test("two clients of one host, and one host after a restart, have names of their own", async () => {
  await using servers = await FakeServers.start(1);
  for (let start = 0; start < 2; start++) {
    using host = testHost({ id: "c1", seed: 7 });
    for (let count = 0; count < 2; count++) {
      await new FailoverClient(host, servers.addresses).put("k", "v");
    }
  }
  expect(new Set(names(servers)).size).toBe(4);
});

test("a server that hangs costs one try, not the operation", async () => {
  await using servers = await FakeServers.start(2);
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, servers.addresses, { ...patience, operationMs: 60_000 });
  for (const place of [0, 1]) servers.fate(place, "hang");
  expect(await client.get("k")).toBeUndefined();
  expect(servers.calls).toHaveLength(3);
});

test("servers that all fail are asked again until the patience is over", async () => {
  await using servers = await FakeServers.start(2);
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, servers.addresses);
  for (const place of [0, 1]) servers.fate(place, "down", "down");
  expect(await client.put("k", "v")).toBeUndefined();
  expect(servers.calls).toHaveLength(5);
});

test("all are down: a write that none can have got is a definite failure", async () => {
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, ["127.0.0.1:1", "127.0.0.1:2"], patience);
  const failure = await failureOf(client.put("k", "v"));
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
  expect(failure.details).toStartWith(
    "none of 2 servers did it within 900 ms; the last said UNAVAILABLE: No",
  );
});

test("one try that may have happened makes a write's failure indefinite", async () => {
  await using servers = await FakeServers.start(1);
  using host = testHost({ id: "c1" });
  const addresses = [...servers.addresses, "127.0.0.1:1"];
  const client = new FailoverClient(host, addresses, patience);
  servers.fate(0, "lost", ...Array(1_000).fill("down"));
  const failure = await failureOf(client.put("k", "v"));
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: false });
  expect(servers.values.get("k")).toBe("v");
});

test("a read that failed has certainly changed nothing", async () => {
  await using servers = await FakeServers.start(1);
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, servers.addresses, { tryMs: 50, operationMs: 100 });
  servers.fate(0, ...Array(1_000).fill("hang"));
  for (const read of [client.get("k"), client.scan("a", "z")]) {
    expect(await failureOf(read)).toMatchObject({ code: "UNAVAILABLE", definite: true });
  }
});

test("a scan that breaks off is begun anew at another server, no pair twice", async () => {
  await using servers = await FakeServers.start(2);
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, servers.addresses);
  for (const key of ["a", "b", "c"]) servers.values.set(key, key);
  for (const place of [0, 1]) servers.fate(place, "down");
  expect((await client.scan("a", "z")).map(({ key }) => key)).toEqual(["a", "b", "c"]);
  expect(servers.calls).toHaveLength(3);
});

test("what is no key or no value is refused without asking anybody", async () => {
  await using servers = await FakeServers.start(1);
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, servers.addresses);
  const failures = await Promise.all(
    [
      client.get(""),
      client.put("a,b", "v"),
      client.put("k", "[v]"),
      client.put("k", "v".repeat(2_049)),
      client.delete("k".repeat(129)),
      client.scan("a\n", "b"),
    ].map(failureOf),
  );
  expect(failures.map(({ code, definite }) => `${code} ${definite}`)).toEqual(
    Array(6).fill("INVALID_ARGUMENT true"),
  );
  expect(servers.calls).toEqual([]);
  await client.put("k", "v");
  expect(names(servers)[0]).toEndWith(" 1");
});

test("a write waits for no read that hangs", async () => {
  await using servers = await FakeServers.start(1);
  using host = testHost({ id: "c1" });
  const client = new FailoverClient(host, servers.addresses, defaultPatience);
  servers.fate(0, "hang");
  const read = client.get("k");
  await until(() => servers.calls.length === 1);
  await client.put("k", "v");
  expect(await read).toBe("v");
});
