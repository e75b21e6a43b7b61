import { expect, test } from "bun:test";
import fc from "fast-check";
import { Scheduler } from "./scheduler.ts";

function drain(scheduler: Scheduler): void {
  while (scheduler.step());
}

test("events happen in the order of their times, and of their making where these are equal", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (delays) => {
      const scheduler = new Scheduler();
      const happened: [number, number][] = [];
      for (const [index, delay] of delays.entries())
        scheduler.after(delay, () => happened.push([scheduler.now, index]));
      drain(scheduler);
      const expected = delays.map((delay, index): [number, number] => [delay, index]);
      expected.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
      expect(happened).toEqual(expected);
    }),
  );
});

test("asynchronous code runs to its next wait before the next event", () => {
  const scheduler = new Scheduler();
  const happened: string[] = [];
  scheduler.after(1, async () => {
    for (const step of ["a", "b", "c"]) {
      await Promise.resolve();
      happened.push(step);
    }
  });
  scheduler.after(1, () => happened.push("next"));
  drain(scheduler);
  expect(happened).toEqual(["a", "b", "c", "next"]);
});

test("a cancelled event does not happen and does not count", () => {
  const scheduler = new Scheduler();
  const event = scheduler.after(1, () => expect.unreachable());
  event.action = undefined;
  expect(scheduler.step()).toBe(false);
  expect(scheduler.executed).toBe(0);
});
