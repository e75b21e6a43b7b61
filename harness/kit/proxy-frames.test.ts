import { expect, test } from "bun:test";
import {
  openFrames,
  readFrame,
  readMethod,
  serveFrames,
} from "../../nodes/host/frame-test-support.ts";
import { exchangePath, responsesCodec } from "../../nodes/host/frames.ts";
import { statusCodes } from "../../nodes/host/rpc-error.ts";
import type { Requests__Output } from "../../proto/types/proctor/host/v1/Requests.ts";
import { ProxyWorld } from "./proxy-test-support.ts";
import { until } from "./test-support.ts";

const found = (content: string) => ({ status: "SUCCESS", name: "n", content, version: "v" });
const echo = { read: async ({ uuid }: { uuid: string }) => found(uuid) };

test("calls stay frames of one stream behind a proxy, each fault at its own call", async () => {
  using node = await serveFrames((stream) => {
    stream.on("data", ({ requests }: Requests__Output) => {
      const responses = requests.map(({ id, message }) => {
        const { uuid } = readMethod.decodeRequest(message) as { uuid: string };
        return { id, message: readMethod.encodeResponse({ content: uuid }) };
      });
      stream.write(responsesCodec.encode({ responses }));
    });
  });
  await using world = new ProxyWorld();
  const proxy = await world.network.place("r1");
  proxy.aim(node.address);
  world.network.strike({ kind: "lose-request", nth: 2, every: 2, delayMs: 0 });
  const caller = world.caller("c1", proxy.address);
  const uuids = ["a", "b", "c", "d"];
  const calls = uuids.map((uuid) => caller.read({ uuid }, { timeoutMs: 300 }));
  const ends = await Promise.allSettled(calls);
  const heard = ends.map((end) => (end.status === "fulfilled" ? end.value.content : "nothing"));
  expect(heard).toEqual(["a", "nothing", "c", "nothing"]);
  expect(world.struck).toEqual(["lose-request c1→r1 Read", "lose-request c1→r1 Read"]);
  expect(node.opened).toHaveLength(1);
  expect(node.opened[0]?.getPath()).toBe(exchangePath);
  expect(node.plainCalls()).toBe(0);
});

test("a node that does not know frames is called plainly through its proxy", async () => {
  const refusal = Object.assign(new Error("no such method"), { code: statusCodes.UNIMPLEMENTED });
  using node = await serveFrames((stream) => void stream.emit("error", refusal));
  await using world = new ProxyWorld();
  const proxy = await world.network.place("r1");
  const caller = world.caller("c1", proxy.address);
  const early = await caller.read({}).catch((error) => error);
  expect(early).toMatchObject({ code: "UNAVAILABLE", definite: true });
  proxy.aim(node.address);
  expect((await caller.read({})).content).toBe("plain");
  expect((await caller.read({})).content).toBe("plain");
  expect(node.opened).toHaveLength(1);
  expect(world.network.inFlightAt("r1")).toEqual([]);
});

test("a call given up is cancelled at the node, beside others that run on", async () => {
  await using world = new ProxyWorld();
  const [reached, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const proxy = await world.serve("r1", {
    async read({ uuid }, { signal }) {
      if (uuid === "given up") signal.addEventListener("abort", () => gone.resolve());
      else reached.resolve();
      await gone.promise;
      return found(String(signal.aborted));
    },
  });
  const caller = world.caller("c1", proxy.address);
  const abort = new AbortController();
  const { signal } = abort;
  const given = caller.read({ uuid: "given up" }, { signal }).catch((error) => error);
  const other = caller.read({ uuid: "other" });
  await reached.promise;
  abort.abort();
  expect(await given).toMatchObject({ code: "CANCELLED" });
  expect((await other).content).toBe("false");
  await until(() => world.network.inFlightAt("r1").length === 0);
});

test("a caller that leaves its stream cancels its calls at the node", async () => {
  await using world = new ProxyWorld();
  const [reached, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const proxy = await world.serve("r1", {
    async read(_request, { signal }) {
      signal.addEventListener("abort", () => gone.resolve());
      reached.resolve();
      await gone.promise;
      return found("late");
    },
  });
  {
    using frames = openFrames(proxy.address);
    frames.send({ requests: [readFrame(1)] });
    await reached.promise;
  }
  await gone.promise;
  await until(() => world.network.inFlightAt("r1").length === 0);
});

test("a node that stops in order has certainly not begun what it left unanswered", async () => {
  using node = await serveFrames((stream) => void stream.on("data", () => stream.end()));
  await using world = new ProxyWorld();
  const proxy = await world.network.place("r1");
  proxy.aim(node.address);
  const failure = await world
    .caller("c1", proxy.address)
    .read({})
    .catch((error) => error);
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
});

test("noise from a caller or a node ends its stream alone, and the proxy goes on", async () => {
  await using world = new ProxyWorld();
  const proxy = await world.serve("r1", echo);
  const noise = Buffer.from([0x0a, 0x7f]);
  using frames = openFrames(proxy.address);
  frames.stream.write(noise);
  expect(await frames.ended).toMatchObject({ code: statusCodes.INTERNAL });
  expect((await world.caller("c1", proxy.address).read({ uuid: "u" })).content).toBe("u");
  using node = await serveFrames((stream) => {
    stream.on("data", () => stream.write(noise));
  });
  const noisy = await world.network.place("r2");
  noisy.aim(node.address);
  const failure = await world
    .caller("c2", noisy.address)
    .read({})
    .catch((error) => error);
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: false });
});

test("an answer of megabytes passes whole", async () => {
  await using world = new ProxyWorld();
  const content = "0123456789abcdef".repeat(256 * 1024);
  const proxy = await world.serve("r1", { read: async () => found(content) });
  const answer = await world.caller("c1", proxy.address).read({});
  expect(answer.content === content).toBe(true);
});
