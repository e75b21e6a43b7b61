import { expect, test } from "bun:test";
import type { Clock } from "../host/host.ts";
import type { Message } from "./algorithm.ts";
import { Inbox } from "./inbox.ts";

const attack: readonly Message[] = [{ path: "0", order: "ATTACK", signatures: [] }];

/** A clock whose sleeps end when the test says so. */
function handClock() {
  const wakes: (() => void)[] = [];
  const sleep = () => new Promise<void>((resolve) => wakes.push(resolve));
  const clock = { sleep } as unknown as Clock;
  const ring = () => {
    for (const wake of wakes) wake();
  };
  return { clock, ring };
}

test("a round ends as soon as all were heard, without its time being over", async () => {
  const inbox = new Inbox(handClock().clock, 2);
  const closed = inbox.close(1, [1, 2], 100);
  inbox.put(1, 2, attack);
  inbox.put(1, 1, []);
  expect([...(await closed).keys()]).toEqual([1, 2]);
});

test("a silent speaker is waited for until the time is over, and no longer", async () => {
  const { clock, ring } = handClock();
  const inbox = new Inbox(clock, 2);
  inbox.put(1, 2, attack);
  const closed = inbox.close(1, [1, 2], 100);
  ring();
  expect([...(await closed).keys()]).toEqual([2]);
});

test("what comes too late counts in no round", async () => {
  const { clock, ring } = handClock();
  const inbox = new Inbox(clock, 2);
  const first = inbox.close(1, [1], 100);
  ring();
  await first;
  expect(inbox.put(1, 1, attack)).toBe(false);
  const second = inbox.close(2, [1], 100);
  ring();
  expect((await second).size).toBe(0);
});

test("what comes before its round is kept for it", async () => {
  const inbox = new Inbox(handClock().clock, 2);
  inbox.put(2, 1, attack);
  inbox.put(1, 1, []);
  expect(await inbox.close(1, [1], 100)).toEqual(new Map([[1, []]]));
  expect(await inbox.close(2, [1], 100)).toEqual(new Map([[1, attack]]));
});

test("of each speaker the first call of a round counts, and of nobody else any", async () => {
  const inbox = new Inbox(handClock().clock, 1);
  inbox.put(1, 1, attack);
  inbox.put(1, 1, []);
  inbox.put(1, 3, attack);
  expect(inbox.put(7, 1, attack)).toBe(true);
  expect(await inbox.close(1, [1], 100)).toEqual(new Map([[1, attack]]));
});
