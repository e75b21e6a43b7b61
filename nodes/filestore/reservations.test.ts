import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { directoryDisk } from "../host/disk.ts";
import type { Clock } from "../host/host.ts";
import { type Reservation, Reservations } from "./reservations.ts";
import { FileStore } from "./store.ts";
import { uuidOf, written } from "./testing/objects.ts";

function reservation(ticket: string, number: number, name: string, leaseMs = 100): Reservation {
  return { ticket, uuid: uuidOf(number), name, members: [], leaseMs };
}

async function open(directory: string) {
  const store = await FileStore.open(directoryDisk(directory));
  const clock = { now: 0, monotonicMs: () => clock.now };
  return { store, clock, reservations: new Reservations(clock as unknown as Clock, store) };
}

test("a reservation is in the way of others who want its uuid or its name", async () => {
  using directory = temporaryDirectory();
  const { reservations } = await open(directory.path);
  await reservations.grant(reservation("t", 1, "a"));
  expect(reservations.blocking("t", uuidOf(1), "a")).toBeNull();
  expect(reservations.blocking("", uuidOf(1), "")?.reservation.ticket).toBe("t");
  expect(reservations.blocking("u", uuidOf(1), "b")?.reservation.ticket).toBe("t");
  expect(reservations.blocking("u", uuidOf(2), "a")?.reservation.ticket).toBe("t");
  expect(reservations.blocking("u", uuidOf(2), "b")).toBeNull();
});

test("the empty names of two deletes are not in each other's way", async () => {
  using directory = temporaryDirectory();
  const { reservations } = await open(directory.path);
  await reservations.grant(reservation("t", 1, ""));
  expect(reservations.blocking("u", uuidOf(2), "")).toBeNull();
});

test("a lapsed reservation stays in the way until it is released", async () => {
  using directory = temporaryDirectory();
  const { reservations, clock } = await open(directory.path);
  await reservations.grant(reservation("t", 1, "a"));
  expect(reservations.blocking("u", uuidOf(1), "")?.lapsed).toBe(false);
  clock.now = 101;
  expect(reservations.blocking("u", uuidOf(1), "")?.lapsed).toBe(true);
  reservations.mustHold("t");
  await reservations.release("t");
  expect(reservations.blocking("u", uuidOf(1), "")).toBeNull();
  expect(() => reservations.mustHold("t")).toThrow("nothing is reserved");
});

test("a fenced ticket can neither reserve nor install any more, also after a restart", async () => {
  using directory = temporaryDirectory();
  const before = await open(directory.path);
  await before.reservations.grant(reservation("t", 1, "a"));
  await before.reservations.fence("t");
  await before.reservations.fence("never-seen");
  for (const { reservations } of [before, await open(directory.path)]) {
    expect(() => reservations.mustHold("t")).toThrow("settled by another client");
    await expect(reservations.grant(reservation("t", 1, "a"))).rejects.toThrow("settled");
    await expect(reservations.grant(reservation("never-seen", 2, "b"))).rejects.toThrow("settled");
  }
});

test("a fence tells whether the ticket was used, also after a restart", async () => {
  using directory = temporaryDirectory();
  const before = await open(directory.path);
  await before.store.apply([written(1, "a", "old", 1)]);
  await before.reservations.grant(reservation("used", 1, "a"));
  await before.reservations.grant(reservation("unused", 2, "b"));
  await before.store.apply([written(1, "a", "new", 2)]);
  const after = await open(directory.path);
  expect(await after.reservations.fence("used")).toBe(uuidOf(1));
  expect(await after.reservations.fence("unused")).toBeUndefined();
  expect(await after.reservations.fence("never-seen")).toBeUndefined();
});

test("a restart keeps reservations, each for one more lease", async () => {
  using directory = temporaryDirectory();
  const before = await open(directory.path);
  await before.reservations.grant(reservation("t", 1, "a"));
  await before.reservations.grant(reservation("gone", 2, "b"));
  await before.reservations.release("gone");
  const { reservations, clock } = await open(directory.path);
  expect(reservations.blocking("", uuidOf(2), "b")).toBeNull();
  expect(reservations.blocking("", uuidOf(1), "")?.lapsed).toBe(false);
  clock.now = 101;
  expect(reservations.blocking("", uuidOf(1), "")?.lapsed).toBe(true);
});

test("no lease is longer than a minute, whatever a client asks for", async () => {
  using directory = temporaryDirectory();
  const { reservations, clock } = await open(directory.path);
  await reservations.grant(reservation("t", 1, "a", 2 ** 32 - 1));
  clock.now = 60_001;
  expect(reservations.blocking("", uuidOf(1), "")?.lapsed).toBe(true);
});
