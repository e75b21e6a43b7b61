import { expect, test } from "bun:test";
import { proxyOverhead } from "./proxy-overhead.ts";

test("every path has a row with what was measured on it, all by as many calls", async () => {
  const calls = new Map<string, number>();
  const path = (name: string) => ({
    name,
    call: async () => calls.set(name, (calls.get(name) ?? 0) + 1),
  });
  const { head, rows } = await proxyOverhead([path("direct"), path("through the proxy")]);
  expect(rows.map(([name]) => name)).toEqual(["direct", "through the proxy"]);
  expect(calls.get("direct")).toBe(calls.get("through the proxy"));
  for (const row of rows) {
    expect(row).toHaveLength(head.length);
    const [callsPerSecond, p50Ms, p99Ms] = row.slice(1).map(Number);
    expect(callsPerSecond).toBeGreaterThan(0);
    expect(p99Ms).toBeGreaterThanOrEqual(p50Ms ?? Number.NaN);
  }
});
