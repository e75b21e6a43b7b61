import { expect, test } from "bun:test";
import { Lamport, type Message, type MessageEvent } from "./lamport.ts";

const message = (request: string, peer = "branch 2"): Message => {
  return { kind: "propagate", operation: "deposit", peer, request, number: 1 };
};

test("sends tick by one; a receive is later than its send and than all before", () => {
  const clock = new Lamport(true);
  expect(clock.send(message("a"))).toBe(1);
  clock.receive(message("b"), 7);
  expect(clock.send(message("c"))).toBe(9);
  clock.receive(message("d"), 2);
  expect(clock.events.map((event) => event.clock)).toEqual([1, 8, 9, 10]);
});

test("a message that is sent or arrives again keeps its time, and is no second event", () => {
  const clock = new Lamport(true);
  expect(clock.send(message("a"))).toBe(1);
  clock.receive(message("b"), 4);
  clock.receive(message("b"), 4);
  expect(clock.send(message("a"))).toBe(1);
  expect(clock.events).toHaveLength(2);
  expect(clock.send(message("a", "branch 3"))).toBe(6);
});

test("after a restart it goes on behind all that it had stamped", () => {
  const kept: MessageEvent[] = [];
  const first = new Lamport(true, [], (event) => kept.push(event));
  first.send(message("a"));
  first.receive(message("b"), 20);
  const second = new Lamport(true, kept);
  expect(second.send(message("a"))).toBe(1);
  expect(second.send(message("c"))).toBe(22);
});

test("where nobody asked for clocks, nothing is stamped or kept", () => {
  const clock = new Lamport(false);
  clock.receive(message("a"), 5);
  expect(clock.send(message("b"))).toBe(0);
  expect(clock.events).toEqual([]);
});
