import { expect, test } from "bun:test";
import type { Call } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { ProxyWorld } from "./proxy-test-support.ts";

const read = { uuid: "u" };
const answer = { status: "SUCCESS", name: "n", content: "c", version: "v" };

test("a unary call passes with its message, metadata, deadline and caller", async () => {
  await using world = new ProxyWorld();
  let seen: Call | undefined;
  let remainingMs = 0;
  const proxy = await world.serve("r1", {
    async read({ uuid }, call) {
      seen = call;
      remainingMs = call.remainingMs();
      return { ...answer, content: uuid };
    },
  });
  const metadata = { "x-trace": "17" };
  const options = { timeoutMs: 3_000, metadata };
  const reply = await world.caller("c1", proxy.address).read(read, options);
  expect(reply).toEqual({ ...answer, content: "u" });
  expect(seen?.method).toBe("/proctor.filestore.v1.Replica/Read");
  expect(seen?.metadata.get("x-trace")).toBe("17");
  expect(seen?.metadata.get("proctor-node")).toBe("c1");
  expect(remainingMs).toBeWithin(1, 3_001);
});

test.each([
  ["INVALID_ARGUMENT", "no such thing: 100 % ü", true],
  ["UNAVAILABLE", "half done", false],
] as const)("the error %s passes, with details and whether it is definite", async (...parts) => {
  const [code, details, definite] = parts;
  await using world = new ProxyWorld();
  const proxy = await world.serve("r1", {
    read: () => Promise.reject(new RpcError(code, details, { definite })),
  });
  const caught = await world
    .caller("c1", proxy.address)
    .read(read)
    .catch((each) => each);
  expect(caught).toMatchObject({ name: "RpcError", code, details, definite });
});

test("a stream passes message by message, and its error after them", async () => {
  await using world = new ProxyWorld();
  const object = { name: "n", version: "v", sequence: 7, deleted: false };
  const proxy = await world.serve("r1", {
    async *list() {
      for (const uuid of ["a", "b", "c"]) {
        yield { objects: [{ ...object, uuid, content: uuid.repeat(500_000) }] };
      }
      throw new RpcError("DATA_LOSS", "the fourth is gone");
    },
  });
  const received: string[] = [];
  const reading = async () => {
    for await (const { objects } of world.caller("c1", proxy.address).list({})) {
      received.push(...objects.map(({ uuid, content }) => `${uuid} ${content.length}`));
    }
  };
  expect(await reading().catch((each) => each)).toMatchObject({ code: "DATA_LOSS" });
  expect(received).toEqual(["a 500000", "b 500000", "c 500000"]);
});

test("messages of megabytes pass whole in both directions", async () => {
  await using world = new ProxyWorld();
  const proxy = await world.serve("r1", {
    write: async ({ content }) => ({ status: "SUCCESS", uuid: content, version: "v" }),
  });
  const caller = world.caller("c1", proxy.address);
  const content = "0123456789abcdef".repeat(256 * 1024);
  const { uuid } = await caller.write({ uuid: "u", name: "n", content });
  expect(uuid === content).toBe(true);
});

test("many calls at once are each given their own answer", async () => {
  await using world = new ProxyWorld();
  const proxy = await world.serve("r1", {
    read: async ({ uuid }) => ({ ...answer, content: uuid }),
  });
  const caller = world.caller("c1", proxy.address);
  const uuids = Array.from({ length: 300 }, (_, index) => `u${index}`);
  const replies = await Promise.all(uuids.map((uuid) => caller.read({ uuid })));
  expect(replies.map(({ content }) => content)).toEqual(uuids);
});

test("a caller that gives up is seen by the node", async () => {
  await using world = new ProxyWorld();
  const [reached, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const proxy = await world.serve("r1", {
    async read(_, call) {
      call.signal.addEventListener("abort", () => gone.resolve());
      reached.resolve();
      await gone.promise;
      return answer;
    },
  });
  const abort = new AbortController();
  const reading = world.caller("c1", proxy.address).read(read, { signal: abort.signal });
  await reached.promise;
  abort.abort();
  expect(await reading.catch((each) => each)).toMatchObject({ code: "CANCELLED" });
  await gone.promise;
});

test("a node that is not there has certainly done nothing", async () => {
  await using world = new ProxyWorld();
  const proxy = await world.network.place("r1");
  const caller = world.caller("c1", proxy.address);
  const early = await caller.read(read).catch((each) => each);
  expect(early).toMatchObject({ code: "UNAVAILABLE", definite: true });
  proxy.aim(await world.start("r1", { read: async () => answer }));
  await world.stop();
  const late = await caller.read(read).catch((each) => each);
  expect(late).toMatchObject({ code: "UNAVAILABLE", definite: true });
});

test("a call whose node goes away may have happened, and a restarted node is found", async () => {
  await using world = new ProxyWorld();
  const reached = Promise.withResolvers<void>();
  const proxy = await world.network.place("r1");
  const address = await world.start("r1", {
    read: () => {
      reached.resolve();
      return new Promise(() => {});
    },
  });
  proxy.aim(address);
  const caller = world.caller("c1", proxy.address);
  const reading = caller.read(read).catch((each) => each);
  await reached.promise;
  await world.stop();
  expect(await reading).toMatchObject({ definite: false });
  expect(world.network.inFlightAt("r1")).toEqual([]);
  await world.start("r1", { read: async () => answer }, address);
  expect(await caller.read(read)).toEqual(answer);
});
