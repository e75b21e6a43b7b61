import { expect, test } from "bun:test";
import type { Clock } from "../host/host.ts";
import { believable } from "./load.ts";
import { LoadMeter } from "./load-meter.ts";
import { Slots } from "./slots.ts";

function setUp() {
  const at = { nowMs: 0, processorMs: 0 };
  const clock = { monotonicMs: () => at.nowMs } as Clock;
  const slots = new Slots(clock, 2, 10);
  const machine = { compute: async () => "", processorMs: () => at.processorMs };
  return { at, slots, meter: new LoadMeter(clock, machine, slots, 100) };
}

test("an idle backend reports nothing but its capacity", () => {
  const { at, meter } = setUp();
  at.nowMs = 100;
  const { capacity, ...others } = meter.look();
  expect(capacity).toBe(2);
  expect(Object.values(others)).toEqual(Object.values(others).map(() => 0));
});

test("rates and utilizations come near what they are, whatever the period", () => {
  const { at, slots, meter } = setUp();
  void slots.run(
    () => new Promise(() => {}),
    () => false,
  );
  for (let round = 0; round < 100; round += 1) {
    at.nowMs += round % 2 === 0 ? 60 : 140;
    at.processorMs += round % 2 === 0 ? 15 : 35;
    for (let task = 0; task < (round % 2 === 0 ? 3 : 7); task += 1) meter.record(20, 1, false);
    if (round % 2 === 0) for (const _ of [1, 2, 3]) meter.record(20, 1, true);
    else for (const _ of [1, 2, 3, 4, 5, 6, 7]) meter.record(20, 1, true);
    meter.look();
  }
  const { load } = meter;
  expect(load.requestsPerSecond).toBeCloseTo(50, 1);
  expect(load.errorsPerSecond).toBeCloseTo(50, 1);
  expect(load.utilization).toBeCloseTo(0.5, 2);
  expect(load.processUtilization).toBeCloseTo(0.25, 2);
  expect(load).toMatchObject({ inFlight: 1, queued: 0, capacity: 2, eventLoopDelayMs: 40 });
  expect(believable(load)).toEqual(load);
});

test("a latency is that of answers which found as many calls there", () => {
  const { at, slots, meter } = setUp();
  for (let task = 0; task < 50; task += 1) {
    meter.record(10, 1, false);
    meter.record(90, 3, false);
  }
  at.nowMs += 100;
  expect(meter.look().latencyMs).toBe(10);
  for (const _ of [1, 2])
    void slots.run(
      () => new Promise(() => {}),
      () => false,
    );
  at.nowMs += 100;
  expect(meter.look().latencyMs).toBe(90);
});
