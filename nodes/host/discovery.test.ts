import { expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { EtcdCluster, hasEtcd } from "../../harness/kit/etcd.ts";
import { NameServer } from "../../harness/kit/name-server.ts";
import { announce, discover, parsePlace } from "./discovery.ts";
import { failureOf, temporaryDirectory, until } from "./test-support.ts";

test("places are taken apart, and what is none is refused with the forms that there are", () => {
  expect(parsePlace("a:1,b:2")).toEqual({ kind: "static", addresses: ["a:1", "b:2"] });
  expect(parsePlace("dns:_lb._tcp.x")).toEqual({
    kind: "dns",
    name: "_lb._tcp.x",
    server: undefined,
  });
  expect(parsePlace("dns:x@127.0.0.1:53")).toMatchObject({ name: "x", server: "127.0.0.1:53" });
  expect(parsePlace("etcd:h:2379/a/b")).toEqual({ kind: "etcd", server: "h:2379", prefix: "a/b" });
  for (const text of ["", "a", "a:1,", "dns:", "dns:x@y", "etcd:h:1", "etcd:h:1/", "a:1 b:2"]) {
    expect(() => parsePlace(text), text).toThrow("HOST:PORT,…, dns:NAME");
  }
});

test("a fixed list is what it is", async () => {
  const discovery = await discover("127.0.0.1:1,127.0.0.1:2");
  expect(await discovery.addresses()).toEqual(["127.0.0.1:1", "127.0.0.1:2"]);
});

test("SRV records are found in their order, and looked up again when nobody answers", async () => {
  using server = await NameServer.start("_lb._tcp.example");
  server.set(["localhost:7100", "localhost:7101"]);
  const discovery = await discover(`dns:_lb._tcp.example@${server.address}`);
  expect(await discovery.addresses()).toEqual(["localhost:7100", "localhost:7101"]);
  server.set(["localhost:7102"]);
  await until(async () => {
    discovery.lookAgain();
    return (await discovery.addresses()).join() === "localhost:7102";
  });
  // A name server that knows nothing any more takes nothing away.
  server.set([]);
  discovery.lookAgain();
  expect(await discovery.addresses()).toEqual(["localhost:7102"]);
  discovery.close();
});

test("a name without records is an error that says so, until there are some", async () => {
  using server = await NameServer.start("_lb._tcp.example");
  const discovery = await discover(`dns:_other._tcp.example@${server.address}`);
  const failure = await failureOf(discovery.addresses());
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
  expect(failure.details).toContain("_other._tcp.example");
  const later = await discover(`dns:_lb._tcp.example@${server.address}`);
  await failureOf(later.addresses());
  server.set(["localhost:7100"]);
  await until(async () => (await later.addresses().catch(() => [])).length === 1);
});

test("only etcd takes announcements", async () => {
  const refused = await announce("127.0.0.1:1", "lb1", "127.0.0.1:2").catch(String);
  expect(refused).toContain("only etcd takes announcements");
});

test("an etcd that does not answer is named", async () => {
  const failure = await failureOf(announce("etcd:127.0.0.1:1/lb", "lb1", "127.0.0.1:2"));
  expect(failure).toMatchObject({ code: "UNAVAILABLE" });
  expect(failure.details).toContain("127.0.0.1:1");
});

test.if(hasEtcd)("what is announced in etcd is found, and gone when it is withdrawn", async () => {
  using directory = temporaryDirectory();
  mkdirSync(join(directory.path, "logs"));
  await using etcd = await EtcdCluster.start(1, directory.path);
  const place = `etcd:${etcd.addresses[0]}/balancers`;
  const discovery = await discover(place);
  expect(await failureOf(discovery.addresses())).toMatchObject({ code: "UNAVAILABLE" });
  const withdraw = await announce(place, "lb1", "127.0.0.1:7100");
  await until(async () => (await discovery.addresses().catch(() => [])).length === 1);
  const second = await announce(place, "lb2", "127.0.0.1:7101");
  await until(async () => (await discovery.addresses()).length === 2);
  await withdraw();
  await until(async () => (await discovery.addresses()).join() === "127.0.0.1:7101");
  // The last one stays known: etcd may be wrong, and whoever is called will say so.
  await second();
  expect(await discovery.addresses()).toEqual(["127.0.0.1:7101"]);
  discovery.close();
});
