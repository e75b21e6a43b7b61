import { expect, test } from "bun:test";
import { systemRandom } from "../host/random.ts";
import { uuidPattern, uuidV7 } from "./uuid-v7.ts";

const makerAt = (wallMs: () => number) => ({
  clock: { wallMs } as never,
  random: systemRandom(),
});

test("keys made in one millisecond keep their order, also past the end of the counter", () => {
  const host = makerAt(() => 1_700_000_000_000);
  let last = uuidV7(host);
  for (let each = 0; each < 10_000; each += 1) {
    const next = uuidV7(host, last);
    expect(next).toMatch(uuidPattern);
    expect(next > last).toBe(true);
    last = next;
  }
});

test("a clock that is set back makes no key that sorts before an older one", () => {
  let nowMs = 1_700_000_000_000;
  const host = makerAt(() => nowMs);
  const first = uuidV7(host);
  nowMs -= 60_000;
  const second = uuidV7(host, first);
  expect(second > first).toBe(true);
  nowMs += 120_000;
  expect(uuidV7(host, second).slice(0, 13)).toBe(hexOf(nowMs));
});

const hexOf = (ms: number) => {
  const time = ms.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}`;
};
