import { expect, test } from "bun:test";
import type { Clock } from "../host/host.ts";
import { Followers, ReadLease } from "./leases.ts";

function clockAt() {
  let now = 1_000;
  const clock = { monotonicMs: () => now } as Clock;
  return { clock, pass: (milliseconds: number) => (now += milliseconds), now: () => now };
}

const leaseMs = 100;

test("a lease counts from the sending of the heartbeat and never gets shorter", () => {
  const { clock, pass, now } = clockAt();
  const lease = new ReadLease(clock);
  expect(lease.isValid).toBe(false);
  const sentAt = now();
  pass(60);
  lease.extend(sentAt, leaseMs);
  lease.extend(sentAt, 10);
  pass(39);
  expect(lease.isValid).toBe(true);
  pass(1);
  expect(lease.isValid).toBe(false);
});

test("a primary reads only as long as enough servers were lately heard", () => {
  const { clock, pass, now } = clockAt();
  const followers = new Followers(clock, leaseMs);
  const remaining = (needed: number) => followers.remainingMs(0, [0, 1, 2], needed);
  expect(remaining(1)).toBe(leaseMs);
  expect(remaining(2)).toBe(0);
  followers.heard(1, now());
  expect(remaining(2)).toBe(leaseMs);
  expect(remaining(3)).toBe(0);
  pass(40);
  followers.heard(2, now());
  expect(remaining(2)).toBe(leaseMs);
  expect(remaining(3)).toBe(60);
  pass(70);
  expect(remaining(3)).toBe(0);
  expect(remaining(2)).toBe(30);
});

test("a heartbeat counts for its echo: when the answer was sent that it has heard", () => {
  const { clock, pass } = clockAt();
  const followers = new Followers(clock, leaseMs);
  const number = followers.answer(1, 0);
  expect(followers.follows(1)).toBe(false);
  pass(30);
  followers.answer(1, number);
  expect(followers.remainingMs(0, [0, 1], 2)).toBe(70);
  followers.answer(1, number);
  pass(70);
  expect(followers.follows(1)).toBe(false);
});

test("who was given a lease may be reading until it has run out", () => {
  const { clock, pass } = clockAt();
  const followers = new Followers(clock, leaseMs);
  expect(followers.mayRead(1)).toBe(false);
  followers.lease(1, 50);
  pass(49);
  expect(followers.mayRead(1)).toBe(true);
  pass(1);
  expect(followers.mayRead(1)).toBe(false);
});
