import { expect, test } from "bun:test";
import { discover } from "../host/discovery.ts";
import { failureOf, testHost } from "../host/test-support.ts";
import { compute } from "./compute.ts";
import { LookasideClient } from "./lookaside-client.ts";
import { Backend } from "./protocol.ts";
import { TestBalancer } from "./testing/balancer.ts";

const limits = { timeoutMs: 3_000, repeatable: true };
const task = { task: "emulate", size: 100 };

async function openClient(balanced: TestBalancer, reuse: number) {
  const host = testHost({ id: "c1" });
  const client = new LookasideClient(host, await discover(balanced.address), { reuse });
  const run = () => compute(host, client, task, limits);
  return { run, client, [Symbol.dispose]: () => host[Symbol.dispose]() };
}

/** Calls that the balancer has handed out so far. */
async function handedOut(balanced: TestBalancer): Promise<number> {
  const { backends } = await balanced.admin.listBackends({});
  return backends.reduce((sum, { handedOutInAll }) => sum + Number(handedOutInAll), 0);
}

test("with one call a query, every call is handed out by itself, in turns", async () => {
  await using balanced = await TestBalancer.start({ backends: 3, policy: "round_robin" });
  using caller = await openClient(balanced, 1);
  const answers = await Promise.all(Array.from({ length: 30 }, () => caller.run()));
  const counts = Map.groupBy(answers, ({ backend }) => backend);
  expect([...counts.values()].map((those) => those.length)).toEqual([10, 10, 10]);
  expect(await handedOut(balanced)).toBe(30);
});

test("with reuse, many calls share an answer and go to whom they were handed out", async () => {
  await using balanced = await TestBalancer.start({ backends: 3, policy: "round_robin" });
  using caller = await openClient(balanced, 10);
  const answers = await Promise.all(Array.from({ length: 30 }, () => caller.run()));
  const counts = Map.groupBy(answers, ({ backend }) => backend);
  expect([...counts.values()].map((those) => those.length)).toEqual([10, 10, 10]);
  // The first query asks for 10, the next for all that waited meanwhile.
  expect(await handedOut(balanced)).toBeLessThanOrEqual(50);
});

test("a call goes on elsewhere when its backend is killed under it", async () => {
  await using balanced = await TestBalancer.start({ backends: 2, policy: "pick_first" });
  using caller = await openClient(balanced, 1);
  const first = caller.client.call(async ({ id }) => {
    if (id === "b1") await balanced.backends[0]?.server.stop(0);
    const { run } = caller;
    return (await run()).backend;
  }, limits);
  expect(await first).toBe("b2");
});

test("without a balancer or a memory a call fails as one that never happened", async () => {
  using host = testHost({ id: "c1" });
  const client = new LookasideClient(host, await discover("127.0.0.1:1"), { reuse: 1 });
  const failure = await failureOf(compute(host, client, task, limits));
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
});

test("a call has its time and no more, whatever its backends do", async () => {
  await using balanced = await TestBalancer.start({ backends: 2 });
  using caller = await openClient(balanced, 1);
  let attempts = 0;
  const slow = { task: "emulate", size: 5_000_000 };
  const attempt = ({ address }: { readonly address: string }, timeoutMs: number) => {
    attempts += 1;
    return balanced.host.connect(Backend, address).compute(slow, { timeoutMs });
  };
  const call = caller.client.call(attempt, { timeoutMs: 200, repeatable: true });
  expect(await failureOf(call)).toMatchObject({ code: "DEADLINE_EXCEEDED", definite: false });
  // Half of the time at the first, half of the rest at the second.
  expect(attempts).toBe(2);
});
