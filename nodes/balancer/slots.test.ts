import { expect, test } from "bun:test";
import { systemClock } from "../host/clock.ts";
import { jsonLog } from "../host/log.ts";
import { failureOf } from "../host/test-support.ts";
import { Slots } from "./slots.ts";

const clock = systemClock(jsonLog("test", "silent"));
const never = () => false;

test("as many run as there are slots, the rest wait in their order", async () => {
  const slots = new Slots(clock, 2, 10);
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const began: number[] = [];
  const runs = gates.map(({ promise }, index) =>
    slots.run(async () => {
      began.push(index);
      await promise;
    }, never),
  );
  expect([slots.inFlight, slots.queued, ...began]).toEqual([2, 2, 0, 1]);
  gates[1]?.resolve();
  await runs[1];
  expect([slots.inFlight, slots.queued, ...began]).toEqual([2, 1, 0, 1, 2]);
  for (const { resolve } of gates) resolve();
  await Promise.all(runs);
  expect([slots.inFlight, slots.queued, ...began]).toEqual([0, 0, 0, 1, 2, 3]);
});

test("a full queue refuses, and says that nothing was done", async () => {
  const slots = new Slots(clock, 1, 1);
  const gate = Promise.withResolvers<void>();
  const runs = [1, 2].map(() => slots.run(() => gate.promise, never));
  const refused = await failureOf(slots.run(() => gate.promise, never));
  expect(refused).toMatchObject({ code: "RESOURCE_EXHAUSTED", definite: true });
  gate.resolve();
  await Promise.all(runs);
});

test("a task that nobody waits for any more is left out, and its slot is free again", async () => {
  const slots = new Slots(clock, 1, 5);
  const gate = Promise.withResolvers<void>();
  let left = false;
  const first = slots.run(() => gate.promise, never);
  const abandoned = failureOf(
    slots.run(
      () => Promise.reject(new Error("it ran")),
      () => left,
    ),
  );
  const last = slots.run(async () => "done", never);
  left = true;
  gate.resolve();
  await first;
  expect(await abandoned).toMatchObject({ code: "CANCELLED", definite: true });
  expect(await last).toBe("done");
  expect(slots.inFlight).toBe(0);
});

test("busy time is that of all slots together", async () => {
  let nowMs = 0;
  const slots = new Slots({ ...clock, monotonicMs: () => nowMs }, 2, 5);
  const gates = [1, 2].map(() => Promise.withResolvers<void>());
  const runs = gates.map(({ promise }) => slots.run(() => promise, never));
  nowMs = 10;
  expect(slots.busyMs).toBe(20);
  gates[0]?.resolve();
  await runs[0];
  nowMs = 15;
  expect(slots.busyMs).toBe(25);
  gates[1]?.resolve();
  await runs[1];
  nowMs = 99;
  expect(slots.busyMs).toBe(25);
});
