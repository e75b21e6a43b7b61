import type { Host } from "../host/host.ts";

const mostCounts = 0xfff;

/**
 * A UUID of version 7 (RFC 9562, section 5.7): it begins with the wall time, so that newer keys
 * come later in an index, and goes on at random, so that nobody else makes the same. Between them a
 * counter (section 6.2, method 1) keeps the keys of one maker in order within a millisecond.
 * @param after the maker's key before this one, if any: the new one is greater, also when the
 *   clock was set back
 */
export function uuidV7(host: Pick<Host, "clock" | "random">, after?: string): string {
  const random = host.random.secret();
  const nowMs = host.clock.wallMs();
  const last = after === undefined ? undefined : partsOf(after);
  // The highest bit of the counter is left for counting.
  const fresh = { timeMs: nowMs, count: Number.parseInt(random.slice(0, 3), 16) & 0x7ff };
  const { timeMs, count } = last === undefined || last.timeMs < nowMs ? fresh : following(last);
  const variant = "89ab"[Number.parseInt(random.slice(3, 4), 16) & 3];
  const rest = `${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
  return `${firstAt(timeMs)}7${hex(count, 3)}-${rest}`;
}

/** What all keys of this moment begin with, and after all keys of earlier ones. */
export function firstAt(timeMs: number): string {
  const time = hex(Math.max(0, timeMs), 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-`;
}

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface Parts {
  readonly timeMs: number;
  readonly count: number;
}

function partsOf(key: string): Parts {
  const timeMs = Number.parseInt(key.slice(0, 8) + key.slice(9, 13), 16);
  return { timeMs, count: Number.parseInt(key.slice(15, 18), 16) };
}

function following({ timeMs, count }: Parts): Parts {
  return count < mostCounts ? { timeMs, count: count + 1 } : { timeMs: timeMs + 1, count: 0 };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
