import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { happensBefore, type StampedEvent } from "./happens-before.ts";

const both = new Set(["a", "b"]);
const strict = { ordered: true, complete: true };

const send = (process: string, clock: number, message: string): StampedEvent => {
  return { process, clock, sent: true, message, from: process };
};
const receive = (process: string, clock: number, message: string, from: string): StampedEvent => {
  return { process, clock, sent: false, message, from };
};

/** The names of the checks that fail. */
function failing(events: readonly StampedEvent[], processes = both, options = strict): string[] {
  const checks = happensBefore(events, processes, options);
  return checks.filter(({ verdict }) => verdict === "FAIL").map(({ name }) => name);
}

const late = "a receive is later than its send";
const shared = "no two events of a process share a time";

describe("happens-before", () => {
  test("a message that is received later than it was sent is right", () => {
    expect(failing([send("a", 1, "m"), receive("b", 2, "m", "a")])).toEqual([]);
  });

  test("a receive at the time of its send, or before it, is seen", () => {
    expect(failing([send("a", 2, "m"), receive("b", 2, "m", "a")])).toEqual([late]);
    expect(failing([send("a", 3, "m"), receive("b", 2, "m", "a")])).toEqual([late]);
  });

  test("a receive that is late enough for another message is still seen", () => {
    const events = [
      send("a", 1, "early"),
      send("a", 8, "m"),
      receive("b", 5, "m", "a"),
      receive("b", 6, "early", "a"),
    ];
    expect(failing(events)).toEqual([late]);
  });

  test("a message that nobody sent is seen, unless its sender is not known", () => {
    const events = [receive("b", 2, "m", "a")];
    expect(failing(events)).toEqual([late]);
    expect(failing(events, new Set(["b"]))).toEqual([]);
  });

  test("a message that arrives twice and was sent once is seen", () => {
    const events = [send("a", 1, "m"), receive("b", 2, "m", "a"), receive("b", 3, "m", "a")];
    expect(failing(events)).toEqual([late]);
  });

  test("a message that was sent twice and arrived once is seen where nothing is lost", () => {
    const events = [send("a", 1, "m"), send("a", 2, "m"), receive("b", 3, "m", "a")];
    expect(failing(events)).toEqual([late]);
    expect(failing(events, both, { ordered: true, complete: false })).toEqual([]);
  });

  test("two events of one process at one time are seen, also far apart", () => {
    const events = [send("a", 1, "m"), send("a", 2, "n"), send("a", 1, "o")];
    const unordered = { ordered: false, complete: false };
    expect(failing(events, both, unordered)).toEqual([shared]);
  });

  test("a clock that goes back is seen where the events stand in their order", () => {
    const events = [send("a", 2, "m"), send("a", 1, "n")];
    expect(failing(events)).toEqual([shared]);
    expect(failing(events, both, { ordered: false, complete: false })).toEqual([]);
  });
});

test("whatever processes do by Lamport's rules is right, and one lowered receive is not", () => {
  const step = fc.record({
    process: fc.integer({ min: 0, max: 2 }),
    to: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const clocks = [0, 0, 0];
      const events: StampedEvent[] = [];
      const sendTimes: number[] = [];
      for (const [place, { process, to }] of steps.entries()) {
        const sentAt = (clocks[process] ?? 0) + 1;
        clocks[process] = sentAt;
        events.push(send(`p${process}`, sentAt, `m${place}`));
        const receivedAt = Math.max(clocks[to] ?? 0, sentAt) + 1;
        clocks[to] = receivedAt;
        events.push(receive(`p${to}`, receivedAt, `m${place}`, `p${process}`));
        sendTimes.push(sentAt);
      }
      const known = new Set(["p0", "p1", "p2"]);
      expect(failing(events, known)).toEqual([]);
      const last = events.at(-1) as StampedEvent;
      const lowered = [...events.slice(0, -1), { ...last, clock: sendTimes.at(-1) ?? 0 }];
      expect(failing(lowered, known)).toContain(late);
    }),
  );
});
