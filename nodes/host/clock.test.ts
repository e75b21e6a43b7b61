import { expect, test } from "bun:test";
import { systemClock } from "./clock.ts";
import type { Log } from "./host.ts";

const errors: unknown[] = [];
const log: Log = {
  debug() {},
  info() {},
  warn() {},
  error: (_message, fields) => void errors.push(fields?.["error"]),
};
const clock = systemClock(log);

test("wall time is whole milliseconds; monotonic time never steps back", () => {
  expect(Number.isInteger(clock.wallMs())).toBe(true);
  let before = clock.monotonicMs();
  for (let read = 0; read < 1_000; read++) {
    const now = clock.monotonicMs();
    expect(now).toBeGreaterThanOrEqual(before);
    before = now;
  }
});

test("a sleep ends with the signal's reason, before it begins or while it lasts", async () => {
  const controller = new AbortController();
  const sleeping = clock.sleep(600_000, controller.signal);
  controller.abort(new Error("stopped"));
  expect(await sleeping.catch((error: Error) => error.message)).toBe("stopped");
  const late = clock.sleep(600_000, controller.signal);
  expect(await late.catch((error: Error) => error.message)).toBe("stopped");
  await clock.sleep(0, new AbortController().signal);
});

test("a repeated task never runs twice at once and goes on after its error", async () => {
  let inside = 0;
  let rounds = 0;
  const done = Promise.withResolvers<void>();
  const repeating = clock.every(1, async () => {
    expect(++inside).toBe(1);
    await clock.sleep(5);
    inside -= 1;
    rounds += 1;
    if (rounds === 3) done.resolve();
    throw new Error(`round ${rounds}`);
  });
  await done.promise;
  repeating.stop();
  expect(errors.slice(0, 2)).toEqual(["Error: round 1", "Error: round 2"]);
});

test("a stopped repetition starts no further round", async () => {
  let rounds = 0;
  const repeating = clock.every(1, () => {
    rounds += 1;
    repeating.stop();
  });
  await clock.sleep(20);
  expect(rounds).toBe(1);
});
