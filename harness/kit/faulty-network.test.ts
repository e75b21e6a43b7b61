import { expect, test } from "bun:test";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { CallRule } from "./faulty-network.ts";
import type { CallFaultKind } from "./proxied-call.ts";
import { ProxyWorld } from "./proxy-test-support.ts";
import { until } from "./test-support.ts";

const briefly = { timeoutMs: 150 };

/** A node that keeps what it executed, in order, and one caller for each id. */
async function storeBehindProxy(world: ProxyWorld) {
  const executed: string[] = [];
  const write = async ({ uuid }: { uuid: string }) => {
    executed.push(uuid);
    return { status: "SUCCESS", uuid, version: `v${executed.length}` };
  };
  const proxy = await world.serve("r1", {
    write,
    read: async ({ uuid }) => ({ status: "SUCCESS", name: "n", content: uuid, version: "v" }),
  });
  const caller = (id: string) => world.caller(id, proxy.address);
  return { executed, caller };
}

const file = (uuid: string) => ({ uuid, name: "n", content: "c" });
const codeOf = (call: Promise<object>) =>
  call.then(
    () => "OK",
    (error: RpcError) => `${error.code} ${error.definite ? "definite" : "indefinite"}`,
  );
const rule = (kind: CallFaultKind, more: Partial<CallRule> = {}): CallRule => ({
  kind,
  nth: 1,
  delayMs: 0,
  ...more,
});

test("a lost request is never executed, and the caller hears nothing", async () => {
  await using world = new ProxyWorld();
  const { executed, caller } = await storeBehindProxy(world);
  world.network.strike(rule("lose-request"));
  const c1 = caller("c1");
  expect(await codeOf(c1.write(file("a"), briefly))).toBe("DEADLINE_EXCEEDED indefinite");
  expect(await codeOf(c1.write(file("b")))).toBe("OK");
  expect(executed).toEqual(["b"]);
  expect(world.struck).toEqual(["lose-request c1→r1 Write"]);
});

test("a lost reply was executed, and the caller hears nothing", async () => {
  await using world = new ProxyWorld();
  const { executed, caller } = await storeBehindProxy(world);
  world.network.strike(rule("lose-reply"));
  const call = codeOf(caller("c1").write(file("a"), briefly));
  expect(await call).toBe("DEADLINE_EXCEEDED indefinite");
  expect(executed).toEqual(["a"]);
  expect(world.network.inFlightAt("r1")).toEqual([]);
});

test("a duplicated request is executed twice, and its first answer counts", async () => {
  await using world = new ProxyWorld();
  const { executed, caller } = await storeBehindProxy(world);
  world.network.strike(rule("duplicate", { delayMs: 20 }));
  expect(await caller("c1").write(file("a"))).toMatchObject({ version: "v1" });
  await until(() => executed.length === 2);
  expect(executed).toEqual(["a", "a"]);
});

test("one copy of a duplicated request refused is not definite: the other may run", async () => {
  await using world = new ProxyWorld();
  let copies = 0;
  const write = async ({ uuid }: { uuid: string }) => {
    copies += 1;
    if (copies === 1) throw new RpcError("UNAVAILABLE", "not yet");
    return { status: "SUCCESS", uuid };
  };
  const c1 = world.caller("c1", (await world.serve("r1", { write })).address);
  world.network.strike(rule("duplicate", { delayMs: 20 }));
  expect(await codeOf(c1.write(file("a")))).toBe("UNAVAILABLE indefinite");
  await until(() => copies === 2);
});

test("a delayed request is overtaken, and arrives although its caller has given up", async () => {
  await using world = new ProxyWorld();
  const { executed, caller } = await storeBehindProxy(world);
  world.network.strike(rule("delay", { delayMs: 400 }));
  const c1 = caller("c1");
  const delayed = codeOf(c1.write(file("a"), briefly));
  expect(await codeOf(c1.write(file("b")))).toBe("OK");
  expect(await delayed).toBe("DEADLINE_EXCEEDED indefinite");
  await until(() => executed.length === 2);
  expect(executed).toEqual(["b", "a"]);
});

test("a cut connection breaks all its calls, of which each may have happened", async () => {
  await using world = new ProxyWorld();
  const { executed, caller } = await storeBehindProxy(world);
  const [c1, c2] = [caller("c1"), caller("c2")];
  world.network.strike(rule("delay", { method: "Read", delayMs: 100 }));
  world.network.strike(rule("cut", { method: "Write" }));
  const [slow, others] = [codeOf(c1.read({ uuid: "u" })), codeOf(c2.read({ uuid: "u" }))];
  await until(() => world.struck.length === 1);
  expect(await codeOf(c1.write(file("a")))).toBe("UNAVAILABLE indefinite");
  expect(await slow).toBe("UNAVAILABLE indefinite");
  expect(await others).toBe("OK");
  await until(() => executed.length === 1);
  expect(await codeOf(c1.write(file("b")))).toBe("OK");
});

test("only the chosen method, caller and k-th call are struck", async () => {
  await using world = new ProxyWorld();
  const { executed, caller } = await storeBehindProxy(world);
  const chosen = { method: "Write", from: "c1", to: "r1" };
  const heal = world.network.strike(rule("lose-request", { ...chosen, nth: 2, every: 2 }));
  const [c1, c2] = [caller("c1"), caller("c2")];
  for (const number of [1, 2, 3, 4]) {
    await codeOf(c1.write(file(`c1 ${number}`), briefly));
    await codeOf(c1.read({ uuid: "u" }));
    await codeOf(c2.write(file(`c2 ${number}`)));
  }
  expect(executed).toEqual(["c1 1", "c2 1", "c2 2", "c1 3", "c2 3", "c2 4"]);
  heal();
  expect(await codeOf(c1.write(file("healed")))).toBe("OK");
});

test("a partition is silence for the pairs that it names, until it heals", async () => {
  await using world = new ProxyWorld();
  const { executed, caller } = await storeBehindProxy(world);
  const heal = world.network.block([
    ["c1", "r1"],
    ["r1", "c1"],
  ]);
  expect(await codeOf(caller("c2").write(file("c2")))).toBe("OK");
  const c1 = caller("c1");
  expect(await codeOf(c1.write(file("lost"), briefly))).toBe("DEADLINE_EXCEEDED indefinite");
  heal();
  expect(await codeOf(c1.write(file("healed")))).toBe("OK");
  expect(executed).toEqual(["c2", "healed"]);
  expect(world.struck).toEqual(["partition c1→r1 Write"]);
});

test("a one-way partition lets requests in and loses their replies", async () => {
  await using world = new ProxyWorld();
  const { executed, caller } = await storeBehindProxy(world);
  world.network.block([["r1", "c1"]]);
  const call = codeOf(caller("c1").write(file("a"), briefly));
  expect(await call).toBe("DEADLINE_EXCEEDED indefinite");
  expect(executed).toEqual(["a"]);
  expect(world.struck).toEqual(["partition c1→r1 Write"]);
});

test("a fault can wait for a call in flight", async () => {
  await using world = new ProxyWorld();
  const reply = Promise.withResolvers<{ status: string }>();
  const proxy = await world.serve("r1", { read: () => reply.promise });
  expect(await world.network.untilCalled("r1", "Read", 1)).toBe(false);
  const called = world.network.untilCalled("r1", "Read", 5_000);
  const reading = codeOf(world.caller("c1", proxy.address).read({ uuid: "u" }));
  expect(await called).toBe(true);
  const inFlight = [{ method: "Read", from: "c1", to: "r1" }];
  expect(world.network.inFlightAt("r1")).toEqual(inFlight);
  expect(world.network.inFlightAt("c1")).toEqual(inFlight);
  reply.resolve({ status: "SUCCESS" });
  expect(await reading).toBe("OK");
  await until(() => world.network.inFlightAt("r1").length === 0);
});
