import { expect, test } from "bun:test";
import type { Clock } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { failureOf } from "../host/test-support.ts";
import { AdviceQueue } from "./advice-queue.ts";

/** A balancer that counts: its n-th answer names `n.1`, `n.2` and so on. */
function setUp(size: number, lifetimeMs = 50) {
  const clock = { nowMs: 0 };
  const asked: number[] = [];
  let failing = false;
  const ask = async (calls: number) => {
    asked.push(calls);
    const answer = asked.length;
    if (failing) throw new RpcError("UNAVAILABLE", "nobody answers");
    const endpoints = Array.from({ length: calls }, (_, index) => {
      return { id: `${answer}.${index + 1}`, address: "host:1" };
    });
    return { endpoints, lifetimeMs };
  };
  const host = { monotonicMs: () => clock.nowMs } as Clock;
  const queue = new AdviceQueue(host, size, ask);
  const fail = (now: boolean) => {
    failing = now;
  };
  return { clock, asked, queue, fail, next: async () => queue.take() ?? queue.wait(100) };
}

test("an answer serves as many calls as were asked for, and more is there in time", async () => {
  const { asked, queue, next } = setUp(4);
  expect(queue.take()).toBeUndefined();
  expect((await next()).id).toBe("1.1");
  expect(queue.take()?.id).toBe("1.2");
  await Promise.resolve();
  expect(asked).toEqual([4, 4]);
  const ids: string[] = [];
  for (let call = 0; call < 4; call += 1) ids.push((await next()).id);
  expect(ids).toEqual(["1.3", "1.4", "2.1", "2.2"]);
});

test("calls that come at once share one query for all of them", async () => {
  const { asked, next } = setUp(2);
  const calls = Array.from({ length: 10 }, next);
  const ids = (await Promise.all(calls)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(10);
  // The first call asks before the others have come; the second query is for all of them.
  expect(asked).toHaveLength(2);
});

test("advice that is too old is not used", async () => {
  const { clock, next } = setUp(4);
  expect((await next()).id).toBe("1.1");
  clock.nowMs = 51;
  expect((await next()).id).toBe("2.1");
});

test("advice that is too old at once still serves whoever waited for it", async () => {
  const { next } = setUp(2, 0);
  expect((await next()).id).toBe("1.1");
});

test("a query that fails fails the calls that wait for it, and the next asks again", async () => {
  const { queue, fail, next } = setUp(2);
  fail(true);
  expect(await failureOf(next())).toMatchObject({ code: "UNAVAILABLE" });
  fail(false);
  expect((await next()).id).toBe("2.1");
  fail(true);
  expect(queue.take()?.id).toBe("2.2");
  expect(await failureOf(queue.wait(100))).toMatchObject({ code: "UNAVAILABLE" });
});
