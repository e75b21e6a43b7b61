import { expect, test } from "bun:test";
import { testHost } from "../host/test-support.ts";
import { Kv739 } from "./kv739.ts";
import { FakeServers } from "./testing/fake-servers.ts";
import { parseTrace, runOperation } from "./trace.ts";

const patience = { tryMs: 200, operationMs: 400 };

test("kv739: a put tells the old value, a get the value, or that there is none", async () => {
  await using servers = await FakeServers.start(2);
  using host = testHost({ id: "c1" });
  const kv739 = new Kv739(host);
  expect(await kv739.init(servers.addresses)).toBe(0);
  expect(await kv739.get("k")).toEqual({ code: 1, value: "" });
  expect(await kv739.put("k", "first")).toEqual({ code: 1, value: "" });
  expect(await kv739.put("k", "second")).toEqual({ code: 0, value: "first" });
  expect(await kv739.get("k")).toEqual({ code: 0, value: "second" });
});

test("kv739: before init and after shutdown everything is −1", async () => {
  await using servers = await FakeServers.start(1);
  using host = testHost({ id: "c1" });
  const kv739 = new Kv739(host);
  expect(await kv739.put("k", "v")).toEqual({ code: -1, value: "" });
  expect(kv739.shutdown()).toBe(-1);
  await kv739.init(servers.addresses);
  expect(kv739.shutdown()).toBe(0);
  expect(await kv739.get("k")).toEqual({ code: -1, value: "" });
  expect(await kv739.init(servers.addresses)).toBe(0);
  expect(await kv739.get("k")).toEqual({ code: 1, value: "" });
});

test("kv739: init is 0 while one server answers, −1 when none does", async () => {
  await using servers = await FakeServers.start(1);
  using host = testHost({ id: "c1" });
  const kv739 = new Kv739(host, patience);
  expect(await kv739.init(["127.0.0.1:1", ...servers.addresses])).toBe(0);
  expect(await kv739.init(["127.0.0.1:1", "127.0.0.1:2"])).toBe(-1);
  for (const list of [[], ["nowhere"], ["127.0.0.1:1:2"], ["a b:1"]]) {
    expect(await kv739.init(list)).toBe(-1);
  }
  expect(await kv739.get("k")).toEqual({ code: -1, value: "" });
});

test("kv739: what may be no key or value is −1 without asking, and changes nothing", async () => {
  await using servers = await FakeServers.start(1);
  using host = testHost({ id: "c1" });
  const kv739 = new Kv739(host);
  await kv739.init(servers.addresses);
  const asked = servers.calls.length;
  for (const bad of ["[", "]", "a,b", "a\nb", "k".repeat(129)]) {
    expect(await kv739.put(bad, "v")).toEqual({ code: -1, value: "" });
    expect(await kv739.get(bad)).toEqual({ code: -1, value: "" });
  }
  for (const bad of ["[", "a,b", "v".repeat(2_049)]) {
    expect(await kv739.put("k", bad)).toEqual({ code: -1, value: "" });
  }
  expect(servers.calls).toHaveLength(asked);
});

test("kv739: −1 only when all servers fail", async () => {
  await using servers = await FakeServers.start(1);
  using host = testHost({ id: "c1" });
  const kv739 = new Kv739(host, patience);
  const addresses = ["127.0.0.1:1", "127.0.0.1:2", ...servers.addresses];
  await kv739.init(addresses);
  for (let count = 0; count < 10; count++) {
    expect((await kv739.put("k", "v")).code).toBe(count === 0 ? 1 : 0);
  }
  servers.fate(0, ...Array(1_000).fill("down"));
  expect(await kv739.get("k")).toEqual({ code: -1, value: "" });
});

test("trace: the lines of the output are those of the recorded format", async () => {
  await using servers = await FakeServers.start(2);
  using host = testHost({ id: "c1" });
  const kv739 = new Kv739(host);
  const trace = parseTrace(
    ["init,9090,2", "put,Nike,Shoe", "get,Nike", "get,Puma", "put,Nike,Ball", "put,[,x"].join("\n"),
  );
  const lines: string[] = [];
  for (const operation of [...trace, ...parseTrace("shutdown\nget,Nike\n")]) {
    lines.push(await runOperation(kv739, operation, servers.addresses));
  }
  expect(lines).toEqual([
    ...["0", "1,Nike,Shoe,", "0,Nike,Shoe", "1,Puma,", "0,Nike,Ball,Shoe", "-1,[,x,"],
    ...["0", "-1,Nike,"],
  ]);
});
