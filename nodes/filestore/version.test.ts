import { expect, test } from "bun:test";
import * as fc from "fast-check";
import type { Clock } from "../host/host.ts";
import { HybridLogicalClock, isVersion, showVersion, wallMsOf } from "./version.ts";

/** A wall clock that a test sets; nothing else of it is used. */
function settableClock(wallMs: number) {
  const clock = { now: wallMs, wallMs: () => clock.now };
  return clock as unknown as Clock & { now: number };
}

const noon = Date.UTC(2023, 2, 12, 12);

test("two versions made in one millisecond are different and in order", () => {
  const versions = new HybridLogicalClock(settableClock(noon), "r1");
  const [first, second] = [versions.next(), versions.next()];
  expect(wallMsOf(first)).toBe(noon);
  expect(wallMsOf(second)).toBe(noon);
  expect(second > first).toBe(true);
});

test("a clock that steps back still makes later versions", () => {
  const clock = settableClock(noon);
  const versions = new HybridLogicalClock(clock, "r1");
  const before = versions.next();
  clock.now -= 3_600_000;
  const after = versions.next();
  expect(after > before).toBe(true);
  expect(wallMsOf(after)).toBe(noon);
});

test("versions order across a month's end, where dd/mm/yyyy does not", () => {
  const clock = settableClock(new Date(2023, 2, 31, 23, 59, 59).getTime());
  const versions = new HybridLogicalClock(clock, "r1");
  const march = versions.next();
  clock.now += 2_000;
  const april = versions.next();
  expect(showVersion(march)).toBe("31/03/2023 23:59:59");
  expect(showVersion(april)).toBe("01/04/2023 00:00:01");
  expect(showVersion(april) > showVersion(march)).toBe(false);
  expect(april > march).toBe(true);
});

test("a counter that overflows goes on in the next millisecond", () => {
  const versions = new HybridLogicalClock(settableClock(noon), "r1");
  const made = Array.from({ length: 0x10000 + 1 }, () => versions.next());
  expect(made.at(-2)).toEndWith("-ffff-r1");
  expect(made.at(-1)).toEndWith("-0000-r1");
  expect(wallMsOf(made.at(-1) ?? "")).toBe(noon + 1);
  expect(made.toSorted()).toEqual(made);
});

test("a version that was observed is older than the next, whoever's clock is ahead", () => {
  const ahead = new HybridLogicalClock(settableClock(noon + 60_000), "r9");
  const behind = new HybridLogicalClock(settableClock(noon), "r1");
  const observed = ahead.next();
  behind.observe(observed);
  expect(behind.next() > observed).toBe(true);
});

test("an observed version with the highest counter is still older than the next", () => {
  const wall = noon.toString(16).padStart(12, "0");
  const versions = new HybridLogicalClock(settableClock(noon), "a");
  versions.observe(`${wall}-ffff-z`);
  expect(versions.next() > `${wall}-ffff-z`).toBe(true);
});

test("versions of two makers in one millisecond are different, and ordered by the maker", () => {
  const clock = settableClock(noon);
  const [one, other] = ["r1", "r2"].map((id) => new HybridLogicalClock(clock, id).next());
  expect((other ?? "") > (one ?? "")).toBe(true);
});

test("whatever the clocks do, each version is later than all that its maker saw", () => {
  const step = fc.record({ wallMs: fc.integer({ min: 0, max: 20 }), maker: fc.nat({ max: 2 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const clock = settableClock(0);
      const makers = ["a", "b", "c"].map((id) => new HybridLogicalClock(clock, id));
      let last = "";
      for (const { wallMs, maker } of steps) {
        clock.now = wallMs;
        const versions = makers[maker] as HybridLogicalClock;
        if (last !== "") versions.observe(last);
        const next = versions.next();
        expect(next > last).toBe(true);
        last = next;
      }
    }),
  );
});

test("a client may not use a version that is malformed or more than a day ahead", () => {
  const clock = settableClock(noon);
  const at = (ms: number) => `${ms.toString(16).padStart(12, "0")}-0000-c1`;
  const day = 24 * 60 * 60 * 1_000;
  expect(isVersion(at(noon + day), clock)).toBe(true);
  expect(isVersion(at(noon + day + 1), clock)).toBe(false);
  const malformed = ["", "x", `${at(noon)} `, at(noon).toUpperCase(), at(noon).slice(0, -3)];
  malformed.push(`${at(noon)}${"x".repeat(64)}`, "12/03/2023 11:15:11");
  for (const text of malformed) expect(isVersion(text, clock), text).toBe(false);
});

test("no version is shown as nothing", () => {
  expect(showVersion("")).toBe("");
});
